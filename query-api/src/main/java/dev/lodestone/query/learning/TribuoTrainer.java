package dev.lodestone.query.learning;

import dev.lodestone.query.learning.FeatureTable.Example;
import dev.lodestone.query.learning.FeatureTable.Measure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.Tribuo;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.Transformation;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/// Fits models with Tribuo, on one thread and with the seed given, so that the same rows and recipe
/// give the same model.
public final class TribuoTrainer {
    /// The library's name.
    public static final String LIBRARY = "Tribuo";

    /// Tribuo tells of every tree; held here, since the logging system forgets it otherwise.
    private static final Logger QUIET = Logger.getLogger("org.tribuo");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private static final String FORM = "lodestone-model-1";
    private static final double STILL = 1e-12;

    private TribuoTrainer() {}

    /// The library's version.
    public static String version() {
        return Tribuo.VERSION;
    }

    /// Fits a model to all the examples of a table.
    public static FittedModel fit(ModelRecipe recipe, FeatureTable table) {
        var factory = new RegressionFactory();
        var data =
                new MutableDataset<>(
                        new SimpleDataSourceProvenance("frozen training set", factory), factory);
        for (var example : table.examples()) {
            data.add(example(table.features(), example.inputs(), example.target()));
        }
        var model = trainer(recipe, table).train(data);
        return new FittedModel(model, table, hash(recipe, table, model));
    }

    static org.tribuo.Example<Regressor> example(
            List<Measure> features, List<Double> inputs, double target) {
        var names = features.stream().map(TribuoTrainer::name).toArray(String[]::new);
        var values = inputs.stream().mapToDouble(Double::doubleValue).toArray();
        return new ArrayExample<>(new Regressor("target", target), names, values);
    }

    private static String name(Measure measure) {
        return measure.property().localName();
    }

    private static Trainer<Regressor> trainer(ModelRecipe recipe, FeatureTable table) {
        return switch (recipe) {
            case ModelRecipe.RandomForest forest ->
                    new RandomForestTrainer<>(
                            new CARTRegressionTrainer(
                                    forest.depth(),
                                    forest.leafWeight(),
                                    0f,
                                    forest.featureShare(),
                                    false,
                                    new MeanSquaredError(),
                                    forest.seed()),
                            new EqualVotes(),
                            forest.trees(),
                            forest.seed());
            case ModelRecipe.NearestNeighbours nearest ->
                    new TransformTrainer<>(
                            new KNNTrainer<>(
                                    nearest.neighbours(),
                                    DistanceType.L2.getDistance(),
                                    1,
                                    new EqualVotes(),
                                    KNNModel.Backend.THREADPOOL,
                                    NeighboursQueryFactoryType.BRUTE_FORCE),
                            standardised(table));
        };
    }

    /// A feature that is the same in all examples has no deviation to divide by and is left as it
    /// is: it moves no distance.
    private static TransformationMap standardised(FeatureTable table) {
        var moving = new HashMap<String, List<Transformation>>();
        for (int i = 0; i < table.features().size(); i++) {
            int column = i;
            var range =
                    table.examples().stream()
                            .mapToDouble(example -> example.inputs().get(column))
                            .summaryStatistics();
            if (range.getMax() - range.getMin() > STILL) {
                moving.put(name(table.features().get(i)), List.of(new MeanStdDevTransformation()));
            }
        }
        return new TransformationMap(List.of(), moving);
    }

    /// What a model's hash covers: see `docs/reference/audit.md`.
    private static String hash(ModelRecipe recipe, FeatureTable table, Model<Regressor> model) {
        var text = new StringBuilder();
        line(text, FORM);
        line(text, LIBRARY + " " + version());
        line(text, recipe.algorithm());
        new TreeMap<>(recipe.hyperParameters()).forEach((k, v) -> line(text, k + "=" + v));
        line(text, "seed=" + recipe.seed());
        table.features().forEach(feature -> line(text, "feature " + feature.words()));
        line(text, "target " + table.target().words());
        if (model instanceof WeightedEnsembleModel<Regressor> forest) {
            for (var member : forest.getModels()) {
                line(text, "tree");
                if (member instanceof TreeModel<Regressor> tree) {
                    node(text, tree.getRoot(), names(tree));
                }
            }
        } else {
            for (var example : table.examples()) {
                line(text, "example " + example.inputs() + " " + example.target());
            }
        }
        for (Example example : table.examples()) {
            var said = model.predict(example(table.features(), example.inputs(), Double.NaN));
            line(text, "says " + said.getOutput().getValues()[0]);
        }
        return HexFormat.of()
                .formatHex(
                        TrainingManifest.sha256()
                                .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<Integer, String> names(TreeModel<Regressor> tree) {
        var names = new HashMap<Integer, String>();
        for (var feature : tree.getFeatureIDMap()) {
            names.put(tree.getFeatureIDMap().getID(feature.getName()), feature.getName());
        }
        return names;
    }

    private static void node(StringBuilder text, Node<Regressor> node, Map<Integer, String> names) {
        if (node instanceof SplitNode<Regressor> split) {
            line(
                    text,
                    "split "
                            + names.getOrDefault(split.getFeatureID(), "?")
                            + " "
                            + split.splitValue());
            node(text, split.getLessThanOrEqual(), names);
            node(text, split.getGreaterThan(), names);
        } else if (node instanceof LeafNode<Regressor> leaf) {
            line(text, "leaf " + leaf.getOutput().getValues()[0]);
        }
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append('\n');
    }
}
