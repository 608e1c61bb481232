package dev.lodestone.importers.nomad;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Archives out of larger answers, kept in a temporary file until they are mapped. The file is made
/// when the first is put, and gone when it is closed.
final class Spool implements AutoCloseable {
    private Optional<FileChannel> channel = Optional.empty();
    private long end;

    /// Where an archive is.
    record Place(long offset, int bytes) {}

    Place put(ObjectNode archive) {
        var bytes = ByteBuffer.wrap(Fields.json(archive).getBytes(UTF_8));
        var place = new Place(end, bytes.remaining());
        try {
            var file = open();
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
        } catch (IOException e) {
            throw broken(e);
        }
        return place;
    }

    ObjectNode get(Place place) {
        var bytes = ByteBuffer.allocate(place.bytes());
        try {
            var file = open();
            while (bytes.hasRemaining()) {
                if (file.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw new IOException("the end came too early");
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
        return (ObjectNode) JsonFiles.parse(UTF_8.decode(bytes.flip()).toString(), "an answer");
    }

    private FileChannel open() throws IOException {
        if (channel.isEmpty()) {
            Path file = Files.createTempFile("lodestone-nomad-", ".json");
            channel =
                    Optional.of(
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.DELETE_ON_CLOSE));
        }
        return channel.get();
    }

    private static UnreadableSource broken(IOException e) {
        return new UnreadableSource(
                "temporary files",
                "The answers cannot be kept on disk while they are read (%s).".formatted(e),
                "the disk for temporary files is full.",
                e);
    }

    @Override
    public void close() {
        if (channel.isPresent()) {
            try {
                channel.get().close();
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }
}
