package dev.lodestone.query.http;

import dev.lodestone.events.intake.RecordFile;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.audit.LogAudits;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.PastGraphs;
import dev.lodestone.query.sparql.PastLimits;
import dev.lodestone.query.sparql.SparqlService;
import dev.lodestone.query.sparql.Tdb2Reader;
import dev.lodestone.testkit.Lab;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A laboratory behind a real server on the loopback, and a client of it.
final class ServedLab implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Lab lab;
    private final Projections projections;
    private final PastGraphs past;
    private final Doors doors;
    private final LodestoneHttp http;

    ServedLab(Path directory) {
        this(directory, PastLimits.usual());
    }

    /// @param limits of what is asked of earlier positions
    ServedLab(Path directory, PastLimits limits) {
        lab = Lab.in(directory.resolve("log"));
        var iris = Iris.DEFAULT;
        var graph = Tdb2Graph.open(directory.resolve("graph"), iris, _ -> {});
        projections =
                Projections.follow(
                        lab.log(),
                        () -> new LogMeaning(lab.log(), Ontology.lodestone(), iris),
                        List.of(graph),
                        FollowerOptions.DEFAULT,
                        _ -> {});
        var reader = new Tdb2Reader(graph);
        past =
                new PastGraphs(
                        lab.log(),
                        () -> new LogMeaning(lab.log(), Ontology.lodestone(), iris),
                        iris,
                        limits);
        doors =
                new Doors(
                        lab.log(),
                        lab.intake(),
                        iris,
                        new SparqlService(reader, iris.base()),
                        new GraphQueries(reader, QueryLimits.DEFAULT),
                        past,
                        new LogAudits(lab.log(), iris),
                        GraphWatch.of(projections));
        http =
                LodestoneHttp.start(
                        HttpOptions.DEFAULT.at("127.0.0.1", 0).awaiting(Duration.ofSeconds(20)),
                        doors);
    }

    /// What is recorded.
    Lab lab() {
        return lab;
    }

    /// Records events, one a line.
    void record(InputStream lines) {
        new RecordFile(lab.intake()).record("lines", lines);
    }

    /// What is got, once the graph has reached the log's head.
    HttpResponse<String> get(String path, String accept) throws Exception {
        return send(request(path).header("Accept", accept).GET());
    }

    /// The JSON that is got with a status.
    JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path, "*/*").body());
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(http.uri().resolve(path))
                .header("Lodestone-Await", lab.log().head().toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.close();
        http.close();
        past.close();
        projections.close();
        lab.close();
    }
}
