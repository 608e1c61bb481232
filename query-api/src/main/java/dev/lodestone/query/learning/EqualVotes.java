package dev.lodestone.query.learning;

import com.google.protobuf.Any;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import java.util.Arrays;
import java.util.List;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.protos.core.EnsembleCombinerProto;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;

/// The mean of several predictions. Tribuo's own combiner (4.3.2) averages when it is given
/// weights; without them, as nearest neighbours ask it, it gives the last prediction alone. So
/// weights are always given here, all equal.
///
/// Public, with a public constructor and `deserializeFromProto`, because a model file names it and
/// Tribuo makes it anew when the file is read.
public final class EqualVotes implements EnsembleCombiner<Regressor> {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 0;

    private final AveragingCombiner weighted = new AveragingCombiner();

    /// For model files.
    public EqualVotes() {}

    /// For model files.
    ///
    /// @param version of the form it was written in
    /// @param className its name there
    /// @param message empty
    public static EqualVotes deserializeFromProto(int version, String className, Any message) {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The version (%d) of (%s) cannot be read.".formatted(version, className));
        }
        return new EqualVotes();
    }

    @Override
    public Prediction<Regressor> combine(
            ImmutableOutputInfo<Regressor> outputs, List<Prediction<Regressor>> predictions) {
        var equal = new float[predictions.size()];
        Arrays.fill(equal, 1f);
        return weighted.combine(outputs, predictions, equal);
    }

    @Override
    public Prediction<Regressor> combine(
            ImmutableOutputInfo<Regressor> outputs,
            List<Prediction<Regressor>> predictions,
            float[] weights) {
        return weighted.combine(outputs, predictions, weights);
    }

    @Override
    public EnsembleCombinerProto serialize() {
        return EnsembleCombinerProto.newBuilder()
                .setVersion(VERSION)
                .setClassName(EqualVotes.class.getName())
                .build();
    }

    @Override
    public Class<Regressor> getTypeWitness() {
        return Regressor.class;
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "EnsembleCombiner");
    }
}
