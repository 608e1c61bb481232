package dev.lodestone.query.learning;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.ontology.Term;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a training set holds, cell by cell, under one hash that anybody can work out again from the
/// log. The bytes hashed are described in `docs/reference/audit.md`: the texts and units as they
/// were recorded, never a number worked out from them.
///
/// @param hash SHA-256 in lower-case hexadecimal digits
/// @param cells how many cells it covers
/// @param unreadable cells that the log does not hold; where there are any, the hash is not that of
///   the whole set
public record TrainingManifest(String hash, int cells, List<CellRef> unreadable) {
    private static final String FORM = "lodestone-training-manifest-1";

    public TrainingManifest {
        unreadable = List.copyOf(unreadable);
    }

    /// Of rows, in their order.
    public static TrainingManifest of(List<Row> rows, LogRecords records) {
        var sha256 = sha256();
        sha256.update(text(FORM));
        sha256.update(number(rows.size()));
        var unreadable = new ArrayList<CellRef>();
        int cells = 0;
        for (var row : rows) {
            sha256.update(number(row.cells().size()));
            for (var ref : row.cells()) {
                cells++;
                var cell = records.cell(ref);
                if (cell.isEmpty()) {
                    unreadable.add(ref);
                    continue;
                }
                sha256.update(text(ref.record().toString()));
                sha256.update(number(ref.n()));
                sha256.update(text(cell.get().value().asRecorded()));
                sha256.update(text(cell.get().unit().map(Term::iri).orElse("")));
            }
        }
        return new TrainingManifest(HexFormat.of().formatHex(sha256.digest()), cells, unreadable);
    }

    /// Whether a set that was frozen is what the log holds.
    public boolean fits(TrainingSetFrozen frozen) {
        return unreadable.isEmpty() && hash.equals(frozen.manifestHash());
    }

    private static byte[] number(int n) {
        return ByteBuffer.allocate(4).putInt(n).array();
    }

    private static byte[] text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
