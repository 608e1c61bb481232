package dev.lodestone.importers.perovskite;

import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.nomad.NomadEntry;
import dev.lodestone.importers.nomad.NomadRef;
import dev.lodestone.importers.nomad.NomadRef.Target;
import dev.lodestone.importers.nomad.NomadUpload;
import dev.lodestone.importers.nomad.NomadUpload.Resolution;
import dev.lodestone.importers.perovskite.PerovskiteEntry.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All archives that were read together, and what their references lead to. Immutable.
final class Laboratory {
    private final SourceId source;
    private final NomadUpload upload;
    private final List<PerovskiteEntry> entries;
    private final Map<NomadEntry, PerovskiteEntry> byArchive = new HashMap<>();

    Laboratory(SourceId source, NomadUpload upload, List<PerovskiteEntry> entries) {
        this.source = source;
        this.upload = upload;
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> byArchive.put(entry.archive(), entry));
    }

    /// What a reference leads to.
    sealed interface Led {
        /// An entry.
        ///
        /// @param renamed whether its file has another name than the reference says
        record To(PerovskiteEntry entry, boolean renamed) implements Led {}

        /// Nothing.
        ///
        /// @param why in words
        record Nowhere(String why) implements Led {}
    }

    SourceId source() {
        return source;
    }

    List<PerovskiteEntry> entries() {
        return entries;
    }

    /// The sample an entry is.
    SampleId sample(PerovskiteEntry entry) {
        return ItemKey.sample(source, entry.key());
    }

    /// The names of a sample: its laboratory id, and what people call it in a scope of its own,
    /// because a cell is often called by the name of its substrate.
    List<ScopedName> names(PerovskiteEntry entry) {
        var names = new ArrayList<ScopedName>();
        entry.labId().ifPresent(id -> names.add(new ScopedName(source.value(), id)));
        entry.name().ifPresent(name -> names.add(new ScopedName(source.value() + "/name", name)));
        return names;
    }

    /// Follows a reference: to the file it names; where there is no such file, to the one file
    /// whose name stands in the name given, if the rest of that name is how the entry calls itself.
    Led follow(String reference, PerovskiteEntry from) {
        var ref = NomadRef.find(reference);
        if (ref.isEmpty()) {
            return new Led.Nowhere("it is no reference");
        }
        return switch (upload.resolve(ref.get(), from.archive())) {
            case Resolution.Found(var archive, _, _) ->
                    Optional.ofNullable(byArchive.get(archive))
                            .<Led>map(entry -> new Led.To(entry, false))
                            .orElse(new Led.Nowhere("it is none of the laboratory's entries"));
            case Resolution.Dangling(var why) ->
                    ref.get().target() instanceof Target.RawFile(_, var file)
                            ? renamed(file)
                                    .<Led>map(entry -> new Led.To(entry, true))
                                    .orElse(new Led.Nowhere(why))
                            : new Led.Nowhere(why);
        };
    }

    /// Whether a reference names a file that is there.
    boolean hasFile(String reference) {
        return NomadRef.find(reference)
                .filter(ref ->
                        ref.target() instanceof Target.RawFile(_, var file)
                                && upload.file(file).isPresent())
                .isPresent();
    }

    /// The entry with a laboratory id, if there is one and no other.
    Optional<PerovskiteEntry> byLabId(String id, Kind kind) {
        return only(
                entries.stream()
                        .filter(entry -> entry.kind() == kind)
                        .filter(entry -> entry.labId().filter(id::equals).isPresent())
                        .toList());
    }

    /// The substrates whose list of cells has the entry.
    List<PerovskiteEntry> substratesOf(PerovskiteEntry area) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.SUBSTRATE)
                .filter(substrate ->
                        substrate
                                .archive()
                                .archive()
                                .at("/data/cell_areas")
                                .valueStream()
                                .map(cell -> cell.path("reference").asString(""))
                                .map(reference -> follow(reference, substrate))
                                .anyMatch(led ->
                                        led instanceof Led.To(var entry, _) && entry.equals(area)))
                .toList();
    }

    private Optional<PerovskiteEntry> renamed(String file) {
        var words = words(file);
        return only(
                entries.stream()
                        .filter(entry -> words.containsAll(words(entry.key())))
                        .filter(entry -> callsItself(entry, words))
                        .toList());
    }

    private static boolean callsItself(PerovskiteEntry entry, Set<String> words) {
        return entry.labId().filter(id -> words.contains(id.toLowerCase(Locale.ROOT))).isPresent()
                || entry.name()
                        .map(name -> name.split("\\s", 2)[0].toLowerCase(Locale.ROOT))
                        .filter(words::contains)
                        .isPresent();
    }

    /// The words of a file's name, without what every archive's name ends in.
    private static Set<String> words(String file) {
        var name =
                file.substring(file.lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("\\.archive\\.(json|ya?ml)$", "");
        return Arrays.stream(name.split("[_.]", -1)).collect(Collectors.toSet());
    }

    private static Optional<PerovskiteEntry> only(List<PerovskiteEntry> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
