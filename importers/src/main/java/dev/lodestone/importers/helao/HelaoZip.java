package dev.lodestone.importers.helao;

import dev.lodestone.importers.RefusedEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The zip of a sequence. Its files are read one by one where they lie; nothing is unpacked, and
/// names that lead out of the zip, or stand for two files, are refused.
final class HelaoZip implements AutoCloseable {
    private static final long LARGEST_FILE = 64L << 20;

    private final String name;
    private final ZipFile zip;
    private final TreeMap<String, ZipEntry> files = new TreeMap<>();

    private HelaoZip(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /// Opens a zip.
    ///
    /// @throws RefusedEntry if it is none, or holds names that are not safe
    static HelaoZip open(Path path) {
        var name = String.valueOf(path.getFileName());
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException e) {
            throw new RefusedEntry(
                    name,
                    "The zip cannot be read (%s).".formatted(e.getMessage()),
                    "the copy was cut off, or it is another sort of file.");
        }
        var opened = new HelaoZip(name, zip);
        try {
            opened.index();
            return opened;
        } catch (RefusedEntry e) {
            opened.close();
            throw e;
        }
    }

    /// The zip's own name.
    String name() {
        return name;
    }

    /// How a file in it is named in messages.
    String place(String file) {
        return name + "!/" + file;
    }

    /// The files whose names end so, in the order of their names.
    List<String> ending(String with) {
        return files.keySet().stream().filter(file -> file.endsWith(with)).toList();
    }

    /// Whether there is such a file.
    boolean has(String file) {
        return files.containsKey(file);
    }

    /// All names of files.
    List<String> all() {
        return List.copyOf(files.keySet());
    }

    /// A file as text.
    ///
    /// @throws RefusedEntry if it is not there, too large, damaged, or no UTF-8
    String text(String file) {
        var entry = files.get(file);
        if (entry == null) {
            throw new RefusedEntry(place(file), "The file is not in the zip.", "");
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes((int) LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new RefusedEntry(
                        place(file),
                        "The file has more than %,d bytes when unpacked.".formatted(LARGEST_FILE),
                        "the zip is damaged, or made to fill memory.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedEntry(
                    place(file), "The file is not text in UTF-8.", "it is another sort of file.");
        } catch (IOException e) {
            throw new RefusedEntry(
                    place(file),
                    "The file cannot be unpacked (%s).".formatted(e.getMessage()),
                    "the copy was cut off.");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void index() {
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            var file = entry.getName();
            if (file.startsWith("/")
                    || file.contains("\\")
                    || List.of(file.split("/", -1)).contains("..")) {
                throw new RefusedEntry(
                        place(file),
                        "The name leads out of the zip.",
                        "the zip is not to be trusted.");
            }
            if (!entry.isDirectory() && files.put(file, entry) != null) {
                throw new RefusedEntry(
                        place(file),
                        "Two files in the zip have this name.",
                        "it was packed twice.");
            }
        }
    }
}
