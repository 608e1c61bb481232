package dev.lodestone.it;

import dev.lodestone.projections.property.PropertyGraph;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.driver.AuthTokens;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/// A Neo4j server in this process.
final class Neo4jServer implements AutoCloseable {
    private final Neo4j server;

    Neo4jServer(Path folder) {
        server =
                Neo4jBuilders.newInProcessBuilder(folder)
                        .withDisabledServer()
                        .withConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
                        .build();
    }

    PropertyGraph graph() {
        return PropertyGraph.at(server.boltURI().toString(), AuthTokens.none());
    }

    void empty() {
        server.defaultDatabaseService().executeTransactionally("MATCH (n) DETACH DELETE n");
    }

    @Override
    public void close() {
        server.close();
    }
}
