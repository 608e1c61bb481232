package dev.lodestone.importers;

import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The smallest source there can be: `sample=name: remark remark` in each line.
///
/// @param version of the mapping; from 2 on remarks are shouted, 3 has another role for them
record LinesImporter(int version, boolean whole) implements Importer {
    static final SourceId SOURCE = new SourceId("lines");

    LinesImporter() {
        this(1, true);
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public String title() {
        return "Lines";
    }

    @Override
    public String description() {
        return "For tests.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.txt");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var lines = lines(location.path());
        var source =
                new SourceDescription(
                        SOURCE,
                        title(),
                        location.shortName(),
                        Hashes.sha256(location.path()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("CC0-1.0"),
                        Optional.empty(),
                        "lines " + version,
                        whole);
        return new SourceReading() {
            @Override
            public SourceDescription source() {
                return source;
            }

            @Override
            public Iterator<SourceEntry> entries() {
                return lines.stream().<SourceEntry>map(Line::new).iterator();
            }

            @Override
            public void close() {}
        };
    }

    /// A line that came from elsewhere.
    SourceEntry line(String text) {
        return new Line(text);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Line implements SourceEntry {
        private final String text;

        Line(String text) {
            this.text = text;
        }

        @Override
        public String locator() {
            return text;
        }

        @Override
        public MappedEntry map() {
            if (text.isBlank() || !text.contains("=")) {
                throw new RefusedEntry(
                        "lines.txt:1", "The line (%s) has no name.".formatted(text), "");
            }
            var entity = text.substring(0, text.indexOf('='));
            var rest = text.substring(text.indexOf('=') + 1).split(":", 2);
            var sample = ItemKey.sample(SOURCE, entity);
            var items = new ArrayList<MappedItem>();
            // A form the ontology lacks is refused at the door, not by the mapping.
            var form =
                    Optional.of(rest[0])
                            .filter(name -> name.startsWith("form-"))
                            .map(name -> Term.of(name.replace("form-", "lsk:")));
            items.add(
                    MappedItem.of(
                            new ItemKey(SOURCE, entity, "registration"),
                            new SampleRegistered(
                                    Occurrence.UNKNOWN,
                                    List.of(
                                            new SampleDescription(
                                                    sample,
                                                    form,
                                                    List.of(new ScopedName("lines", rest[0])),
                                                    dev.lodestone.events.Nature.PHYSICAL,
                                                    Optional.empty(),
                                                    Optional.empty()))),
                            rest[0],
                            text));
            var roles = new SiblingRoles();
            for (var remark : rest.length < 2 ? new String[0] : rest[1].strip().split(" ")) {
                items.add(
                        MappedItem.of(
                                new ItemKey(
                                        SOURCE,
                                        entity,
                                        roles.next((version < 3 ? "remark-" : "shout-") + remark)),
                                new Annotated(
                                        Occurrence.UNKNOWN,
                                        List.of(),
                                        List.of(sample),
                                        version < 2
                                                ? remark
                                                : remark.toUpperCase(java.util.Locale.ROOT),
                                        List.of()),
                                remark,
                                text));
            }
            return new MappedEntry(items, Set.of("name"), List.of(), List.of());
        }
    }
}
