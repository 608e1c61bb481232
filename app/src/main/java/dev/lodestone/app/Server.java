package dev.lodestone.app;

import dev.lodestone.app.control.ControlServer;
import dev.lodestone.projections.KeptGraph;
import dev.lodestone.projections.property.PropertyGraph;
import dev.lodestone.query.http.Doors;
import dev.lodestone.query.http.GraphWatch;
import dev.lodestone.query.http.HttpOptions;
import dev.lodestone.query.http.LodestoneHttp;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;

/// Serves an open store: HTTP for everybody, and the verbs of other processes on this directory.
public final class Server {
    private static final int PATIENCE_SECONDS = 30;

    private Server() {}

    /// What is done once the server can be reached.
    @FunctionalInterface
    public interface Started {
        /// Called once, with the server's address.
        void at(String address) throws InterruptedException;
    }

    /// Serves until the process is asked to end (SIGTERM, SIGINT).
    ///
    /// @param store whose graphs follow
    /// @param started is told the address once there is one
    public static void run(Store store, HttpOptions options, Started started)
            throws IOException, InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var hook = new Thread(() -> end(stop, stopped), "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var http = LodestoneHttp.start(options, doors(store));
                var _ =
                        ControlServer.start(
                                store.directory(),
                                (arguments, directory, out, err) ->
                                        Lodestone.run(store, arguments, directory, out, err))) {
            store.lock()
                    .describe("pid %d, %s".formatted(ProcessHandle.current().pid(), http.uri()));
            started.at(http.uri().toString());
            stop.await();
        } finally {
            store.close();
            stopped.countDown();
        }
    }

    private static void end(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            if (!stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("lodestone: ending without waiting any longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Doors doors(Store store) {
        return new Doors(
                store.log(),
                store.intake(),
                store.iris(),
                store.sparql(),
                store.queriesNow(),
                store.past(),
                new dev.lodestone.query.audit.LogAudits(store.log(), store.iris()),
                GraphWatch.of(store.projections()));
    }

    /// The graphs besides RDF that were asked for.
    ///
    /// @param neo4j a Bolt address; user and password come from `LODESTONE_NEO4J_USER` and
    ///   `LODESTONE_NEO4J_PASSWORD`
    public static List<KeptGraph> others(Optional<String> neo4j) {
        return neo4j.map(uri -> PropertyGraph.at(uri, login()))
                .map(List::<KeptGraph>of)
                .orElse(List.of());
    }

    private static AuthToken login() {
        var password = System.getenv("LODESTONE_NEO4J_PASSWORD");
        return password == null
                ? AuthTokens.none()
                : AuthTokens.basic(
                        Optional.ofNullable(System.getenv("LODESTONE_NEO4J_USER")).orElse("neo4j"),
                        password);
    }
}
