package dev.lodestone.query.learning;

import java.util.Map;
import java.util.TreeMap;

/// How a model is to be fitted.
public sealed interface ModelRecipe {
    /// The name of the algorithm.
    String algorithm();

    /// Everything that can be turned, by name.
    Map<String, String> hyperParameters();

    /// What random choices begin with.
    long seed();

    /// Regression trees, each on a bootstrap sample of the rows and a random part of the features
    /// at each split; their mean.
    ///
    /// @param leafWeight the least weight of the examples in a leaf
    /// @param featureShare of the features looked at for each split, above 0 and below 1
    record RandomForest(int trees, int depth, float leafWeight, float featureShare, long seed)
            implements ModelRecipe {
        /// What does well on a sheet of some hundred rows.
        public static RandomForest usual(long seed) {
            return new RandomForest(100, 12, 2f, 0.5f, seed);
        }

        @Override
        public String algorithm() {
            return "random forest (CART regression trees, mean squared error, averaged)";
        }

        @Override
        public Map<String, String> hyperParameters() {
            var all = new TreeMap<String, String>();
            all.put("trees", Integer.toString(trees));
            all.put("maximum depth", Integer.toString(depth));
            all.put("minimum leaf weight", Float.toString(leafWeight));
            all.put("share of features per split", Float.toString(featureShare));
            return all;
        }
    }

    /// The mean of the rows nearest to what is asked, after each feature was brought to mean 0 and
    /// standard deviation 1. Draws nothing at random; the seed is that of the split.
    record NearestNeighbours(int neighbours, long seed) implements ModelRecipe {
        /// What does well on a sheet of some hundred rows.
        public static NearestNeighbours usual(long seed) {
            return new NearestNeighbours(5, seed);
        }

        @Override
        public String algorithm() {
            return "k nearest neighbours (Euclidean distance of standardised features, averaged)";
        }

        @Override
        public Map<String, String> hyperParameters() {
            return new TreeMap<>(Map.of("neighbours", Integer.toString(neighbours)));
        }
    }
}
