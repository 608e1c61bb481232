package dev.lodestone.query.http;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
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
import java.net.URI;
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

    static final HttpOptions OPTIONS =
            HttpOptions.DEFAULT
                    .at("127.0.0.1", 0)
                    .awaiting(Duration.ofSeconds(20))
                    .withBody(1 << 20);

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
        http = LodestoneHttp.start(OPTIONS, doors);
    }

    /// What is recorded.
    Lab lab() {
        return lab;
    }

    /// What the server opens, for another server.
    Doors doors() {
        return doors;
    }

    /// Where it is reached, for clients of their own.
    URI uri() {
        return http.uri();
    }

    /// Records events, one a line.
    void record(InputStream lines) {
        new RecordFile(lab.intake()).record("lines", lines);
    }

    /// Records a powder that was sintered at 850 °C and gave 205.1 mAh/g.
    SampleId recordPowder() {
        var powder = lab.sample("powder-1");
        lab.sinter(LabTime.order(1), "850", powder);
        lab.measure(LabTime.order(2), "205.1", powder);
        return powder;
    }

    /// What is got, once the graph has reached the log's head.
    HttpResponse<String> get(String path, String accept) throws Exception {
        return send(awaiting(path).header("Accept", accept).GET());
    }

    /// The JSON that is got with any status.
    JsonNode json(String path) throws Exception {
        return json(get(path, "*/*"));
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(
                awaiting(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder awaiting(String path) {
        return request(path).header("Lodestone-Await", lab.log().head().toString());
    }

    /// A request that waits for nothing.
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(http.uri().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
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
