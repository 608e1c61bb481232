package dev.lodestone.query.http;

import java.time.Duration;

/// How the server listens and what it puts up with.
///
/// @param host address to listen on
/// @param port 0 for any free one
/// @param longestAwait how long `Lodestone-Await` may hold a request
/// @param mostBody bytes of a body of events; other bodies may have a sixteenth of it
/// @param readyLag how many records a graph may be behind and still be called ready
/// @param atOnce requests answered at a time
public record HttpOptions(
        String host, int port, Duration longestAwait, long mostBody, long readyLag, int atOnce) {
    /// On the loopback, port 8080.
    public static final HttpOptions DEFAULT =
            new HttpOptions("127.0.0.1", 8080, Duration.ofSeconds(10), 64L << 20, 10_000, 256);

    /// The same elsewhere.
    public HttpOptions at(String otherHost, int otherPort) {
        return new HttpOptions(otherHost, otherPort, longestAwait, mostBody, readyLag, atOnce);
    }

    /// The same with another longest wait.
    public HttpOptions awaiting(Duration longest) {
        return new HttpOptions(host, port, longest, mostBody, readyLag, atOnce);
    }

    /// The same with another limit of bodies.
    public HttpOptions withBody(long most) {
        return new HttpOptions(host, port, longestAwait, most, readyLag, atOnce);
    }
}
