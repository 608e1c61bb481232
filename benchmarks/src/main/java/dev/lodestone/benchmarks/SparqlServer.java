package dev.lodestone.benchmarks;

import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.Readiness;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.Told;
import dev.lodestone.query.audit.AuditDoor;
import dev.lodestone.query.http.Doors;
import dev.lodestone.query.http.GraphWatch;
import dev.lodestone.query.http.HttpOptions;
import dev.lodestone.query.http.LodestoneHttp;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphReader;
import dev.lodestone.query.sparql.PastGraphs;
import dev.lodestone.query.sparql.PastLimits;
import dev.lodestone.query.sparql.SparqlService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The store's HTTP server on the loopback, over a graph that stands still, and one client of it.
final class SparqlServer implements AutoCloseable {
    private final LodestoneHttp http;
    private final URI endpoint;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SparqlServer(EventLog log, GraphReader reader, SparqlService service) {
        var doors =
                new Doors(
                        log,
                        new EventIntake(log, Clock.LATE, new SplittableRandom(1)),
                        Iris.DEFAULT,
                        service,
                        new GraphQueries(reader, QueryLimits.DEFAULT),
                        new PastGraphs(
                                log,
                                () -> new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT),
                                Iris.DEFAULT,
                                PastLimits.usual()),
                        new NoAudits(),
                        new Still());
        this.http = LodestoneHttp.start(HttpOptions.DEFAULT.at("127.0.0.1", 0), doors);
        this.endpoint = http.uri().resolve("/sparql");
    }

    /// The answer to a query, as JSON.
    String ask(String query) {
        var request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/sparql-query")
                        .header("Accept", "application/sparql-results+json")
                        .POST(BodyPublishers.ofString(query))
                        .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }

    private static final class NoAudits implements AuditDoor {
        @Override
        public Told predictions(Optional<String> sample, Optional<String> model) {
            throw new UnsupportedOperationException("the lives have no predictions");
        }

        @Override
        public Audited audit(String prediction) {
            throw new UnsupportedOperationException("the lives have no predictions");
        }
    }

    private static final class Still implements GraphWatch {
        @Override
        public List<Readiness> readiness() {
            return List.of();
        }

        @Override
        public boolean awaitReached(LogPosition position, Duration atMost) {
            return true;
        }
    }
}
