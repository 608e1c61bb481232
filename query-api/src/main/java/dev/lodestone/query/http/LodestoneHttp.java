package dev.lodestone.query.http;

import dev.lodestone.events.Uuids;
import dev.lodestone.query.LodestoneException.Fault;
import dev.lodestone.query.LodestoneException.Unavailable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The HTTP server. Started by [#start]; serves until it is closed.
public final class LodestoneHttp implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LodestoneHttp.class.getName());
    private static final int PATIENCE_SECONDS = 30;

    private final HttpOptions options;
    private final List<Route> routes;
    private final Requests requests = new Requests();
    private final Semaphore places;
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
    private final HttpServer server;

    private LodestoneHttp(HttpOptions options, Doors doors) {
        this.options = options;
        this.places = new Semaphore(options.atOnce());
        this.routes = routes(doors, options, requests);
        try {
            this.server =
                    await(
                            vertx.createHttpServer(
                                            new HttpServerOptions()
                                                    .setCompressionSupported(true)
                                                    .setHandle100ContinueAutomatically(true)
                                                    .setMaxInitialLineLength(65_536))
                                    .requestHandler(router())
                                    .listen(options.port(), options.host()));
        } catch (RuntimeException e) {
            close(vertx, threads);
            throw e;
        }
    }

    /// Starts to listen.
    ///
    /// @throws Unavailable if the port is taken
    public static LodestoneHttp start(HttpOptions options, Doors doors) {
        return new LodestoneHttp(options, doors);
    }

    /// The port it listens on.
    public int port() {
        return server.actualPort();
    }

    /// Where it can be reached from this machine.
    public URI uri() {
        return URI.create("http://%s:%d/".formatted(options.host(), port()));
    }

    /// Lets requests under way end, then closes.
    @Override
    public void close() {
        try {
            await(server.close());
        } finally {
            close(vertx, threads);
        }
    }

    private static void close(Vertx vertx, ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        await(vertx.close());
    }

    static List<Route> routes(Doors doors, HttpOptions options, Requests requests) {
        var all = new ArrayList<Route>();
        all.addAll(new SparqlRoutes(doors, options).routes());
        all.addAll(new EventRoutes(doors).routes());
        all.addAll(new CorrectionRoutes(doors, options).routes());
        all.addAll(new RecordRoutes(doors).routes());
        all.addAll(new SampleRoutes(doors, options).routes());
        all.addAll(new LifeRoutes(doors, options).routes());
        all.addAll(new PlaceRoutes(doors, options).routes());
        all.addAll(new CompareRoutes(doors, options).routes());
        all.addAll(new ImpactRoutes(doors, options).routes());
        all.addAll(new StateRoutes(doors, options).routes());
        all.addAll(new DeviationRoutes(doors, options).routes());
        all.addAll(new InverseRoutes(doors, options).routes());
        all.addAll(new PredictionRoutes(doors, options).routes());
        all.addAll(new HealthRoutes(doors, options, requests).routes());
        all.addAll(new PageRoutes(doors).routes());
        return List.copyOf(all);
    }

    private Router router() {
        var router = Router.router(vertx);
        var small = BodyHandler.create(false).setBodyLimit(Math.max(options.mostBody() / 16, 1024));
        var large = BodyHandler.create(false).setBodyLimit(options.mostBody());
        for (var route : routes) {
            var path = route.path().replaceAll("\\{(\\w+)}", ":$1");
            if (route.method().equals("POST")) {
                router.post(path)
                        .handler(route.path().equals(EventRoutes.PATH) ? large : small)
                        .handler(context -> answer(context, route));
            } else {
                router.get(path).handler(context -> answer(context, route));
                router.head(path).handler(context -> answer(context, route));
            }
        }
        byPath().forEach((path, methods) -> options(router, path, methods));
        for (var status : List.of(400, 404, 405, 413, 414, 415, 500)) {
            router.errorHandler(status, context -> refuse(context, status));
        }
        return router;
    }

    private Map<String, List<String>> byPath() {
        return routes.stream()
                .collect(
                        Collectors.groupingBy(
                                Route::path,
                                Collectors.mapping(Route::method, Collectors.toList())));
    }

    /// Reading is open to the pages of any site; writing is not.
    private static void options(Router router, String path, List<String> methods) {
        var allowed = String.join(", ", methods) + ", HEAD, OPTIONS";
        router.route(HttpMethod.OPTIONS, path.replaceAll("\\{(\\w+)}", ":$1"))
                .handler(context -> {
                    var response = context.response();
                    response.putHeader("Allow", allowed);
                    if (!path.equals(EventRoutes.PATH)) {
                        open(context);
                        response.putHeader("Access-Control-Allow-Methods", allowed)
                                .putHeader(
                                        "Access-Control-Allow-Headers",
                                        "Accept, Content-Type, " + Exchange.AWAIT)
                                .putHeader("Access-Control-Max-Age", "86400");
                    }
                    response.setStatusCode(204).end();
                });
    }

    private static void open(RoutingContext context) {
        context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader(
                        "Access-Control-Expose-Headers",
                        "%s, %s, Request-Id".formatted(Exchange.BASIS, Exchange.CUT));
    }

    private void answer(RoutingContext context, Route route) {
        if (!places.tryAcquire()) {
            var problem =
                    new Problem(
                            503,
                            "busy",
                            "Too much is going on",
                            "%d requests are being answered.\nMaybe try again in a moment."
                                    .formatted(options.atOnce()),
                            Map.of());
            context.response().putHeader("Retry-After", "1");
            send(context, problem, newId());
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    handle(context, route);
                } finally {
                    places.release();
                }
            });
        } catch (java.util.concurrent.RejectedExecutionException e) {
            places.release();
            send(context, Problem.ofStatus(503, "The server is closing."), newId());
        }
    }

    private void handle(RoutingContext context, Route route) {
        var started = System.nanoTime();
        var exchange = new Exchange(context, newId());
        if (!route.path().equals(EventRoutes.PATH)) {
            open(context);
        }
        try {
            if (!route.past()) {
                AskedGraph.refuse(exchange);
            }
            route.handler().handle(exchange);
        } catch (Exception | Error e) {
            fail(exchange, e);
        } finally {
            requests.count(
                    exchange.method(),
                    route.path(),
                    exchange.status(),
                    System.nanoTime() - started);
        }
    }

    private static void fail(Exchange exchange, Throwable thrown) {
        var problem = Problem.of(thrown);
        if (problem.ours()) {
            var cause =
                    thrown instanceof Fault && thrown.getCause() != null
                            ? thrown.getCause()
                            : thrown;
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Request " + exchange.requestId() + " failed.",
                    cause);
        }
        if (exchange.begun()) {
            exchange.breakOff();
            return;
        }
        try {
            if (problem.status() == 503) {
                exchange.set("Retry-After", "1");
            }
            exchange.discard();
            exchange.send(problem.status(), Problem.MEDIA_TYPE, problem.json(exchange.requestId()));
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "The reader of a problem is gone.", e);
        }
    }

    private static void refuse(RoutingContext context, int status) {
        var problem =
                switch (status) {
                    case 404 ->
                            Problem.ofStatus(
                                    404,
                                    "There is nothing at %s.\nMaybe /openapi.json, which lists what there is."
                                            .formatted(context.request().path()));
                    case 405 ->
                            Problem.ofStatus(
                                    405,
                                    "%s is not offered at %s."
                                            .formatted(
                                                    context.request().method(),
                                                    context.request().path()));
                    case 413 ->
                            Problem.ofStatus(
                                    413,
                                    "The body is larger than the limit.\nMaybe send it in parts.");
                    default -> Problem.ofStatus(status, "The request cannot be answered.");
                };
        if (problem.ours()) {
            LOG.log(System.Logger.Level.ERROR, "A request failed.", context.failure());
        }
        send(context, problem, newId());
    }

    private static void send(RoutingContext context, Problem problem, String requestId) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Request-Id", requestId)
                .end(problem.json(requestId));
    }

    private static String newId() {
        return Uuids.timeOrdered(InstantSource.system().instant(), RandomGenerator.getDefault())
                .toString();
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new Unavailable(
                    "listen",
                    "The server cannot listen: %s.\nMaybe the port is taken; choose another with --port."
                            .formatted(cause.getMessage()),
                    Map.of(),
                    e);
        } catch (TimeoutException e) {
            throw new Unavailable(
                    "listen", "The server does not start or end in time.", Map.of(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("closing", "The server is closing.", Map.of(), e);
        }
    }
}
