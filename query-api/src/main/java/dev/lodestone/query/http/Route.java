package dev.lodestone.query.http;

/// One resource, one method.
///
/// @param path as in OpenAPI: `/api/v1/samples/{sample}`
/// @param past whether it answers as of an earlier position too
record Route(String method, String path, Handler handler, boolean past) {
    static Route get(String path, Handler handler) {
        return new Route("GET", path, handler, false);
    }

    static Route post(String path, Handler handler) {
        return new Route("POST", path, handler, false);
    }

    /// The same, which looks at `asOf`.
    Route orAsOf() {
        return new Route(method, path, handler, true);
    }

    /// Answers a request, on a thread that may block.
    @FunctionalInterface
    interface Handler {
        void handle(Exchange exchange) throws Exception;
    }
}
