package dev.lodestone.query.http;

/// One resource, one method.
///
/// @param path as in OpenAPI: `/api/v1/samples/{sample}`
record Route(String method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route("GET", path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route("POST", path, handler);
    }

    /// Answers a request, on a thread that may block.
    @FunctionalInterface
    interface Handler {
        void handle(Exchange exchange) throws Exception;
    }
}
