package dev.lodestone.events.json;

import dev.lodestone.events.Draft;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.RecordId;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// A file of events, read one by one: JSON Lines (an event a line, blank lines allowed), or one
/// JSON document that is an event or a list of events. UTF-8, with or without a byte order mark.
///
/// [#next()] throws an [InvalidLine] for an event that cannot be read; what comes after it can
/// still be asked for, so that all that is wrong with a file is found in one reading.
public final class EventFile implements Iterator<EventFile.Line>, AutoCloseable {
    /// The longest line, and the longest document, in bytes.
    public static final int LONGEST_LINE = 64 << 20;

    private static final String ONE_A_LINE = "an event was broken over lines; write each on one.";

    private final String name;
    private final InputStream in;
    private final Supplier<RecordId> newId;
    private final int longestLine;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int lineNumber;
    private boolean atEnd;
    private boolean endedByLineEnd;
    private boolean tooLong;
    private Optional<String> upcoming = Optional.empty();
    private Optional<InvalidLine> fault = Optional.empty();
    private Iterator<JsonNode> document = Collections.emptyIterator();
    private Iterator<String> places = Collections.emptyIterator();

    /// An event of a file.
    ///
    /// @param place file and line, `events.jsonl:12`; of a document, file and index from 0
    public record Line(String place, Draft draft) {}

    private EventFile(String name, InputStream in, Supplier<RecordId> newId, int longestLine) {
        this.name = name;
        this.in = new BufferedInputStream(in, 1 << 16);
        this.newId = newId;
        this.longestLine = longestLine;
        start();
    }

    /// Opens a file.
    ///
    /// @param newId gives the ids of records that have none
    public static EventFile open(Path file, Supplier<RecordId> newId) throws IOException {
        return of(String.valueOf(file.getFileName()), Files.newInputStream(file), newId);
    }

    /// Reads a stream, which is closed with this.
    ///
    /// @param name what complaints call it
    public static EventFile of(String name, InputStream in, Supplier<RecordId> newId) {
        return of(name, in, newId, LONGEST_LINE);
    }

    /// As [#of(String, InputStream, Supplier)], with a limit of one's own on the length of a line.
    public static EventFile of(
            String name, InputStream in, Supplier<RecordId> newId, int longestLine) {
        return new EventFile(name, in, newId, longestLine);
    }

    @Override
    public boolean hasNext() {
        return document.hasNext() || upcoming.isPresent() || fault.isPresent();
    }

    /// The next event.
    ///
    /// @throws InvalidLine if it cannot be read
    @Override
    public Line next() {
        if (document.hasNext()) {
            var place = places.next();
            return new Line(place, read(place, document.next()));
        }
        if (fault.isPresent()) {
            var thrown = fault.get();
            fault = Optional.empty();
            if (upcoming.isEmpty()) {
                advance();
            }
            throw thrown;
        }
        var json = upcoming.orElseThrow(NoSuchElementException::new);
        var place = place();
        boolean last = atEnd && !endedByLineEnd;
        advance();
        return new Line(place, read(place, parse(place, json, last)));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Looks at the first line: does the file have an event a line, or is it one document?
    private void start() {
        advance();
        if (upcoming.isPresent()) {
            var first = upcoming.get();
            boolean list = first.stripLeading().startsWith("[");
            if (list || (!atEnd && endsEarly(first))) {
                readDocument(first, list);
            }
        }
    }

    private void readDocument(String first, boolean list) {
        var firstPlace = place();
        var whole = new StringBuilder(first);
        advance();
        while (upcoming.isPresent()) {
            if (!list && upcoming.get().startsWith("{")) {
                // An event a line after all, the first of them broken.
                fail(firstPlace, broken(first));
                return;
            }
            whole.append('\n').append(upcoming.get());
            if (whole.length() > longestLine) {
                upcoming = Optional.empty();
                fail(name, tooLong("document"));
            } else {
                advance();
            }
        }
        if (fault.isPresent()) {
            atEnd = true;
            return;
        }
        try {
            var tree = EventCodec.tree(whole.toString());
            places =
                    IntStream.iterate(0, n -> n + 1)
                            .mapToObj(n -> tree.isArray() ? name + "#" + n : name)
                            .iterator();
            document = (tree.isArray() ? tree : List.of(tree)).iterator();
        } catch (InvalidEvent e) {
            fail(name, e);
        }
    }

    private void fail(String place, InvalidEvent e) {
        fault = Optional.of(new InvalidLine(place, e));
    }

    private static boolean endsEarly(String json) {
        try {
            return EventCodec.tree(json).isMissingNode();
        } catch (InvalidEvent e) {
            return e.problem().startsWith(JsonFault.CUT_OFF);
        }
    }

    private static InvalidEvent broken(String json) {
        try {
            throw new IllegalStateException("it is whole: " + EventCodec.tree(json));
        } catch (InvalidEvent e) {
            return new InvalidEvent("", oneLine(e.problem()), ONE_A_LINE);
        }
    }

    private static String oneLine(String problem) {
        return problem.replace("(line 1, column", "(column");
    }

    private JsonNode parse(String place, String json, boolean last) {
        try {
            return EventCodec.tree(json);
        } catch (InvalidEvent e) {
            var problem = oneLine(e.problem());
            if (!e.problem().startsWith(JsonFault.CUT_OFF)) {
                throw new InvalidLine(place, new InvalidEvent("", problem, e.maybe().orElse("")));
            }
            throw new InvalidLine(
                    place,
                    last
                            ? new InvalidEvent(
                                    "",
                                    problem.replace("The JSON ends", "The last line ends"),
                                    "the file was cut off.")
                            : new InvalidEvent("", problem, ONE_A_LINE));
        }
    }

    private Draft read(String place, JsonNode tree) {
        try {
            return EventCodec.read(tree, newId);
        } catch (InvalidEvent e) {
            throw new InvalidLine(place, e);
        }
    }

    private String place() {
        return "%s:%d".formatted(name, lineNumber);
    }

    private InvalidEvent tooLong(String what) {
        return new InvalidEvent(
                "",
                "The %s is longer than %d bytes.".formatted(what, longestLine),
                "it holds many events; write each on a line of its own.");
    }

    /// Goes to the next line that is not blank, or to one that cannot be read.
    private void advance() {
        upcoming = Optional.empty();
        fault = Optional.empty();
        try {
            while (!atEnd && upcoming.isEmpty() && fault.isEmpty()) {
                readLine();
                lineNumber++;
                if (tooLong) {
                    fail(place(), tooLong("line"));
                } else {
                    decode();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file (%s) cannot be read on after line %d.".formatted(name, lineNumber),
                    e);
        }
    }

    private void readLine() throws IOException {
        bytes.reset();
        tooLong = false;
        endedByLineEnd = false;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (bytes.size() < longestLine) {
                bytes.write(next);
            } else {
                tooLong = true;
            }
            next = in.read();
        }
        endedByLineEnd = next == '\n';
        if (next < 0) {
            atEnd = true;
        } else {
            in.mark(1);
            atEnd = in.read() < 0;
            in.reset();
        }
    }

    private void decode() {
        var raw = ByteBuffer.wrap(bytes.toByteArray());
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
            if (lineNumber == 1 && text.startsWith("\ufeff")) {
                text = text.substring(1);
            }
            if (!text.isBlank()) {
                upcoming = Optional.of(text);
            }
        } catch (CharacterCodingException e) {
            fail(
                    place(),
                    new InvalidEvent(
                            "",
                            "The line is not UTF-8 (byte %02X, the %d. of the line)."
                                    .formatted(raw.get(raw.position()), raw.position() + 1),
                            "it was saved as Latin-1 or UTF-16; save it as UTF-8."));
        }
    }
}
