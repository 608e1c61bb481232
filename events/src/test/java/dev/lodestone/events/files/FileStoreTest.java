package dev.lodestone.events.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path directory;

    @Test
    void aFileIsKeptUnderTheHashOfItsBytes() throws IOException {
        var store = new FileStore(directory);

        assertThat(store.put(stream("abc"))).isEqualTo(new StoredFile(ABC, 3));

        assertThat(store.find(ABC))
                .contains(
                        directory
                                .resolve("files")
                                .resolve(ABC.substring(0, 2))
                                .resolve(ABC.substring(2)));
        assertThat(store.find(ABC).orElseThrow()).hasContent("abc");
        assertThat(store.verify(ABC)).isTrue();
        assertThat(store.find(ABC.replace('b', 'c'))).isEmpty();
    }

    @Test
    void puttingAFileAgainChangesNothing() throws IOException {
        var store = new FileStore(directory);
        store.put(stream("abc"));
        Object before = Files.readAttributes(store.find(ABC).orElseThrow(), "unix:ino,ctime");

        store.put(stream("abc"));

        assertThat(Files.readAttributes(store.find(ABC).orElseThrow(), "unix:ino,ctime"))
                .isEqualTo(before);
        assertThat(files()).hasSize(1);
    }

    @Test
    void manyAreKeptTogetherAsEachWouldBeAndThoseThatAreThereStay() throws IOException {
        var store = new FileStore(directory);
        store.put(stream("abc"));
        Object before = Files.readAttributes(store.find(ABC).orElseThrow(), "unix:ino,ctime");

        store.putAll(
                Stream.concat(
                                Stream.of("abc", "twice", "twice"),
                                IntStream.range(0, 300).mapToObj(n -> "content " + n))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
        store.putAll(List.of());

        assertThat(files()).hasSize(302);
        assertThat(store.verifyAll()).isEmpty();
        assertThat(Files.readAttributes(store.find(ABC).orElseThrow(), "unix:ino,ctime"))
                .isEqualTo(before);
    }

    @Test
    void whatCannotBeKeptTogetherIsSaidAndLeavesNoDraft() throws IOException {
        Files.createDirectories(directory.resolve("files"));
        Files.createFile(directory.resolve("files").resolve(ABC.substring(0, 2)));
        var store = new FileStore(directory);

        assertThatThrownBy(() ->
                        store.putAll(
                                Stream.of("abc", "other")
                                        .map(t -> t.getBytes(StandardCharsets.UTF_8))
                                        .toList()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not be kept");

        try (var left = Files.list(directory.resolve("files"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("draft-"));
        }
    }

    @Test
    void ofAStreamThatBreaksNothingIsKept() throws IOException {
        var store = new FileStore(directory);
        InputStream breaking =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the cable was pulled");
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        throw new IOException("the cable was pulled");
                    }
                };

        assertThatThrownBy(() -> store.put(new SequenceInputStream(stream("abc"), breaking)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the cable was pulled");
        assertThat(files()).isEmpty();
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        var store = new FileStore(directory);
        store.put(stream("abc"));
        store.put(stream("abcd"));
        assertThat(store.verifyAll()).isEmpty();

        Files.writeString(store.find(ABC).orElseThrow(), "abd");

        assertThat(store.verify(ABC)).isFalse();
        assertThat(store.verifyAll()).containsExactly(ABC);
    }

    @Test
    void aNameThatIsNoHashIsRefused() {
        var store = new FileStore(directory);

        assertThatThrownBy(() -> store.find("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../../etc/passwd");
        assertThat(store.verifyAll()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
