package dev.lodestone.events.log;

import static dev.lodestone.events.log.LogTesting.append;
import static dev.lodestone.events.log.LogTesting.entry;
import static dev.lodestone.events.log.LogTesting.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogVerificationTest {
    private static final int ENTRIES = 50;

    @TempDir Path directory;
    private Path file;

    @BeforeEach
    void fill() {
        file = directory.resolve(EventLogs.FILE);
        try (EventLog log = EventLogs.open(directory, InstantSource.system())) {
            for (int i = 1; i <= ENTRIES; i++) {
                append(
                        log,
                        entry(
                                UUID.randomUUID(),
                                "{\"n\":\"number %04d of fifty\"}".formatted(i),
                                sample("s" + i % 3),
                                sample("zürich")));
            }
        }
    }

    @Test
    void aSoundLogHasTheRootOfItsLeaves() {
        var leaves = new ArrayList<byte[]>();
        try (EventLog log = EventLogs.open(directory, InstantSource.system())) {
            LogTesting.all(log).forEach(e -> leaves.add(HexFormat.of().parseHex(e.leaf())));

            LogVerification.Report report = LogVerification.verify(directory);

            assertThat(report.isSound()).isTrue();
            assertThat(report.entries()).isEqualTo(ENTRIES);
            assertThat(report.root()).isEqualTo(HexFormat.of().formatHex(naiveRoot(leaves)));
        }
    }

    @Test
    void theRootIsThatOfTheDefinitionForEveryNumberOfLeaves() {
        var leaves = new ArrayList<byte[]>();
        var root = new MerkleRoot();
        for (int i = 0; i < 130; i++) {
            assertThat(root.root()).isEqualTo(naiveRoot(leaves));
            byte[] leaf = MerkleRoot.sha256().digest(new byte[] {(byte) i});
            leaves.add(leaf);
            root.add(leaf);
        }
        assertThat(HexFormat.of().formatHex(new MerkleRoot().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /// As section 2.1 of RFC 6962 defines it.
    private static byte[] naiveRoot(List<byte[]> leaves) {
        MessageDigest sha256 = MerkleRoot.sha256();
        if (leaves.isEmpty()) {
            return sha256.digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        sha256.update((byte) 1);
        sha256.update(naiveRoot(leaves.subList(0, left)));
        return sha256.digest(naiveRoot(leaves.subList(left, leaves.size())));
    }

    @Test
    void theLeafIsThatOfTheDocumentedBytes() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM entry WHERE position = 7")) {
            row.next();
            byte[] salt = row.getBytes("salt");
            MessageDigest sha256 = MerkleRoot.sha256();
            sha256.update(salt);
            byte[] commitment = sha256.digest(row.getBytes("payload"));
            var header = new ByteArrayOutputStream();
            var out = new DataOutputStream(header);
            out.writeByte(1);
            out.writeLong(7);
            out.write(row.getBytes("record"));
            text(out, "SampleRegistered");
            out.writeInt(1);
            out.writeLong(row.getLong("recorded_at"));
            text(out, "2024-05");
            out.writeInt(2);
            text(out, "sample:s1");
            text(out, "sample:zürich");
            text(out, "public");
            sha256.update((byte) 0);
            sha256.update(header.toByteArray());

            assertThat(salt).hasSize(16);
            assertThat(row.getBytes("commitment")).isEqualTo(commitment);
            assertThat(row.getBytes("leaf")).isEqualTo(sha256.digest(commitment));
            assertThat(Instant.EPOCH.plus(row.getLong("recorded_at"), ChronoUnit.MICROS))
                    .isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Test
    void aByteFlippedInThePayloadIsReportedWithItsPosition() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] wanted = "number 0023 of".getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at++;
        }
        bytes[at] ^= 0x20;
        Files.write(file, bytes);

        LogVerification.Report report = LogVerification.verify(directory);

        assertThat(report.damage().orElseThrow())
                .isEqualTo(
                        new LogVerification.Damage(
                                new LogPosition(23),
                                "the payload is not the one that was recorded"));
        assertThat(report.entries()).isEqualTo(22);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE entry SET kind = 'SampleSplit' WHERE position = 9          | 9  | header
                    UPDATE entry SET version = 2 WHERE position = 9                   | 9  | header
                    UPDATE entry SET record = zeroblob(16) WHERE position = 9         | 9  | header
                    UPDATE entry SET record = zeroblob(3) WHERE position = 9          | 9  | record id
                    UPDATE entry SET recorded_at = 1 WHERE position = 9               | 9  | header
                    UPDATE entry SET lab_time = '' WHERE position = 9                 | 9  | header
                    UPDATE entry SET tags = 'sample:s0' WHERE position = 9            | 9  | header
                    UPDATE entry SET access = 'secret' WHERE position = 9             | 9  | header
                    UPDATE entry SET leaf = zeroblob(32) WHERE position = 9           | 9  | header
                    UPDATE entry SET salt = zeroblob(16) WHERE position = 9           | 9  | payload
                    UPDATE entry SET payload = NULL WHERE position = 9                | 9  | missing
                    DELETE FROM entry WHERE position = 9                              | 9  | missing
                    DELETE FROM entry WHERE position = 1                              | 1  | missing
                    DELETE FROM entry_tag WHERE position = 9 AND tag = 'sample:s0'    | 9  | sample:s0
                    INSERT INTO entry_tag VALUES ('sample:s1', 9)                     | 9  | sample:s1
                    INSERT INTO entry_tag VALUES ('sample:s1', 99)                    | 99 | sample:s1
                    """)
    void anyChangeIsReportedWithItsPosition(String change, long position, String word)
            throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }

        assertThat(LogVerification.verify(directory).damage())
                .hasValueSatisfying(damage -> {
                    assertThat(damage.position()).isEqualTo(new LogPosition(position));
                    assertThat(damage.what()).contains(word);
                });
    }

    @Test
    void whereThereIsNoLogItSaysSo() {
        assertThatThrownBy(() -> LogVerification.verify(directory.resolve("elsewhere")))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("elsewhere")
                .hasMessageContaining("\nMaybe ");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
