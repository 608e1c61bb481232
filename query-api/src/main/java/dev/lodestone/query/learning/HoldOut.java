package dev.lodestone.query.learning;

import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.SampleId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Which samples are kept out of training. Whole samples, so that no row of a sample that was
/// trained on is tested on; and by a hash of the sample's id, so that a sample stays on its side
/// when others come.
///
/// @param share of the samples, about: 0 to 1
public record HoldOut(long seed, double share) {
    public HoldOut {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "The share held out (%s) is not from 0 to below 1.".formatted(share));
        }
    }

    /// Whether a sample is kept out.
    public boolean of(SampleId sample) {
        var hash =
                TrainingManifest.sha256()
                        .digest(
                                (seed + "\u001f" + sample.value())
                                        .getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53 < share;
    }

    /// The rows of samples kept out.
    public List<Row> heldOut(List<Row> rows) {
        return rows.stream().filter(row -> of(row.sample())).toList();
    }

    /// The rows to train on.
    public List<Row> training(List<Row> rows) {
        return rows.stream().filter(row -> !of(row.sample())).toList();
    }

    /// The rule, in words.
    public String words() {
        return "by sample: held out where SHA-256(\"%d\" U+001F sample id), as a fraction, is below %s"
                .formatted(seed, share);
    }
}
