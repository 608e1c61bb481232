package dev.lodestone.importers.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The waits between the attempts at one request: as long as the server asks for, else longer each
/// time and spread, so that many clients do not come back at once. A server that asks for more than
/// the longest wait is not asked again.
final class Retries {
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final HttpSettings settings;
    private final RandomGenerator random;
    private int failed;

    Retries(HttpSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /// How long to wait after one more failure; absent when that was the last attempt.
    Optional<Duration> after(Optional<Duration> retryAfter) {
        failed++;
        if (failed >= settings.attempts()
                || retryAfter
                        .filter(asked -> asked.compareTo(settings.longestWait()) > 0)
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(retryAfter.orElseGet(() -> capped(backOff())));
    }

    private Duration backOff() {
        long most = FIRST.toMillis() << Math.min(failed - 1, 20);
        return Duration.ofMillis((long) (most * (0.5 + random.nextDouble() / 2)));
    }

    private Duration capped(Duration wait) {
        return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
    }

    /// Reads a header `Retry-After`: seconds, or a date.
    ///
    /// @param now by the server's clock where it tells it
    static Optional<Duration> retryAfter(String header, Instant now) {
        var text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return httpDate(text)
                .map(at -> Duration.between(now, at))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    /// Reads how long to wait from the body of an error, as OPTIMADE has it: `meta.request_delay`,
    /// in seconds.
    static Optional<Duration> requestDelay(byte[] body) {
        try {
            var delay = JsonFiles.parse(new String(body, UTF_8), "body").at("/meta/request_delay");
            double seconds = delay.asDouble(-1);
            return seconds >= 0 && seconds < Integer.MAX_VALUE
                    ? Optional.of(Duration.ofMillis((long) (seconds * 1000)))
                    : Optional.empty();
        } catch (RefusedEntry e) {
            return Optional.empty();
        }
    }

    /// A date as HTTP writes it; absent where it is none.
    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
