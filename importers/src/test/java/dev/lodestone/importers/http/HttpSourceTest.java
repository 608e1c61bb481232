package dev.lodestone.importers.http;

import static dev.lodestone.importers.http.LocalServer.Answer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Delivery;
import dev.lodestone.importers.http.LocalServer.Responder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpSourceTest {
    private static final String KEY = "0123456789abcdefghijklmnopqrstuv";
    private static final Answer BUSY = Answer.of(503, "text/plain", "Service is busy.");

    private final List<Duration> waits = new ArrayList<>();
    private Map<String, String> settings = Map.of("allow-private", "true", "attempts", "3");
    private Optional<String> secret = Optional.empty();

    @Test
    void anAnswerIsReadWithItsNumbersAsTheyStand() {
        var answer = read((_, _) -> json("{\"a\": 1.10, \"b\": NaN}"));

        assertThat(answer.get("a").decimalValue()).hasToString("1.10");
        assertThat(answer.get("b").isNumber()).isTrue();
        assertThat(waits).isEmpty();
    }

    @Test
    void aZippedAnswerIsUnzipped() throws IOException {
        var zipped = zipped("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));

        var answer = read((_, _) -> json("").bytes(zipped).with("Content-Encoding", "gzip"));

        assertThat(answer.get("a").intValue()).isEqualTo(1);
    }

    @Test
    void twoFailuresOfTheServerAreWaitedOutLongerEachTime() {
        var answer = read((_, n) -> n < 3 ? BUSY.status(500) : json("{\"n\": 3}"));

        assertThat(answer.get("n").intValue()).isEqualTo(3);
        assertThat(waits).hasSize(2);
        assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServerThatSaysHowLongToWaitIsGivenThatTime() {
        read((_, n) -> n == 1 ? BUSY.status(429).with("Retry-After", "7") : json("{}"));

        assertThat(waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aServerThatSaysInTheBodyHowLongToWaitIsGivenThatTime() {
        read((_, n) ->
                n == 1
                        ? json("{\"errors\":[],\"meta\":{\"request_delay\":2.5}}").status(429)
                        : json("{}"));

        assertThat(waits).containsExactly(Duration.ofMillis(2_500));
    }

    @Test
    void tooManyRequestsWithoutATimeAreWaitedOutAsOtherFailures() {
        read((_, n) -> n == 1 ? BUSY.status(429) : json("{}"));

        assertThat(waits).hasSize(1);
    }

    @Test
    void aServerThatAsksForLongerThanAllowedIsNotAskedAgain() {
        assertThatThrownBy(() -> read((_, _) -> BUSY.with("Retry-After", "3600")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("status 503: \"Service is busy.\" and asks to wait 3600 s.")
                .hasMessageContaining("Maybe the server is busy: run the import again later");
        assertThat(waits).isEmpty();
    }

    @Test
    void aServerThatStaysBusyIsGivenUpAfterTheLastAttempt() {
        assertThatThrownBy(() -> read((_, _) -> BUSY)).hasMessageContaining("Service is busy.");
        assertThat(waits).hasSize(2);
    }

    @Test
    void aDateToWaitUntilCountsByTheServersClock() {
        var now = Instant.parse("2026-11-21T08:00:00Z");

        assertThat(Retries.retryAfter("Sat, 21 Nov 2026 08:00:30 GMT", now))
                .contains(Duration.ofSeconds(30));
        assertThat(Retries.retryAfter("Sat, 21 Nov 2026 07:00:00 GMT", now))
                .contains(Duration.ZERO);
        assertThat(Retries.retryAfter("soon", now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, a parameter of the query is misspelt.",
        "401, 'a key is needed: put it into TEST_KEY, or its file''s path into TEST_KEY_FILE.'",
        "404, 'the address is misspelt, or the source has moved.'"
    })
    void aRefusalIsNotTriedAgainAndIsQuoted(int status, String maybe) {
        assertThatThrownBy(() ->
                        read((_, _) ->
                                Answer.of(
                                        status,
                                        "application/json",
                                        "{\"detail\": \"No such thing: foo\"}")))
                .hasMessageContaining("status " + status + ": \"{\"detail\": \"No such thing: foo")
                .hasMessageContaining("Maybe " + maybe);
        assertThat(waits).isEmpty();
    }

    @Test
    void theKeyIsSentAsAHeaderAndBlottedOutWhereTheServerRepeatsIt() {
        secret = Optional.of(KEY);
        var keys = new ArrayList<String>();

        assertThatThrownBy(() ->
                        read((asked, _) -> {
                            keys.add(asked.headers().getFirst("X-Api-Key"));
                            return Answer.of(403, "text/plain", "Bad key " + KEY + "!");
                        }))
                .hasMessageContaining("\"Bad key ***!\"")
                .hasMessageContaining("Maybe the key in TEST_KEY is wrong or has no access.")
                .hasMessageNotContaining(KEY);
        assertThat(keys).containsExactly(KEY);
    }

    @Test
    void aKeyWithALineBreakIsRefusedWithoutRepeatingIt() {
        secret = Optional.of("abc\ndef");

        assertThatThrownBy(() -> read((_, _) -> json("{}")))
                .hasMessageStartingWith("[TEST_KEY] The key is empty or holds characters")
                .hasMessageNotContaining("abc");
    }

    @Test
    void aBodyThatStopsComingIsGivenUpAtTheDeadline() {
        set("deadline", "0.3", "attempts", "2");

        assertThatThrownBy(() -> read((_, _) -> json("[1, 2, 3, 4]").delivered(Delivery.STALLED)))
                .hasMessageContaining("The answer was not complete after 0.3 s; 6 bytes had come.")
                .hasMessageContaining("Maybe raise deadline");
        assertThat(waits).hasSize(1);
    }

    @Test
    void anAnswerThatNeverBeginsIsGivenUpAtTheDeadline() {
        set("deadline", "0.3", "attempts", "1");
        var servers = new ArrayList<LocalServer>();

        try (var server =
                new LocalServer((_, _) -> {
                    servers.getFirst().awaitClose();
                    return json("{}");
                })) {
            servers.add(server);
            assertThatThrownBy(() -> read(server))
                    .hasMessageContaining("not complete after 0.3 s; 0 bytes had come.");
        }
    }

    @Test
    void aBodyThatIsCutOffIsAskedForAgain() {
        var answer =
                read((_, n) ->
                        n == 1
                                ? json("{\"a\": [1, 2]}").delivered(Delivery.CUT)
                                : json("{\"a\": [1, 2]}"));

        assertThat(answer.get("a")).hasSize(2);
        assertThat(waits).hasSize(1);
    }

    @Test
    void jsonThatIsCutOffInAWholeBodyIsToldAsSuch() {
        assertThatThrownBy(() -> read((_, _) -> json("{\"a\": [1, 2")))
                .hasMessageContaining("(status 200, 11 bytes) is JSON that was cut off")
                .hasMessageContaining("Maybe ask for smaller pages");
        assertThat(waits).hasSize(2);
    }

    @Test
    void aPageForPeopleIsQuotedWithoutItsTags() {
        assertThatThrownBy(() ->
                        read((_, _) ->
                                Answer.of(
                                        200,
                                        "text/html; charset=utf-8",
                                        "<html><head><title>x</title></head>"
                                                + "<body><h1>Down for "
                                                + "maintenance</h1></body></html>")))
                .hasMessageContaining(
                        "(status 200) is not JSON but (text/html; charset=utf-8): \"Down for"
                                + " maintenance\".");
        assertThat(waits).isEmpty();
    }

    @Test
    void anErrorPageOfAGatewayIsWaitedOut() {
        var page = Answer.of(502, "text/html", "<html><body>Bad gateway</body></html>");

        assertThat(read((_, n) -> n == 1 ? page : json("[1]"))).hasSize(1);
        assertThatThrownBy(() -> read((_, _) -> page))
                .hasMessageContaining("status 502: \"Bad gateway\"");
    }

    @Test
    void anEndlessBodyIsStoppedAtTheLimit() {
        set("max-body", "1");

        assertThatThrownBy(() ->
                        read((_, _) -> json("[" + " ".repeat(9_999)).delivered(Delivery.ENDLESS)))
                .hasMessageContaining("larger than 1,048,576 bytes")
                .hasMessageContaining("Maybe ask for smaller pages, or raise max-body.");
        assertThat(waits).isEmpty();
    }

    @Test
    void aSmallBodyThatUnzipsToAHugeOneIsStoppedAtTheLimit() throws IOException {
        set("max-body", "1");
        var bomb = zipped(new byte[8 << 20]);

        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertThatThrownBy(
                        () -> read((_, _) -> json("").bytes(bomb).with("Content-Encoding", "gzip")))
                .hasMessageContaining("larger than 1,048,576 bytes");
    }

    @Test
    void jsonThatIsNestedTooDeepIsRefused() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatThrownBy(() -> read((_, _) -> json(deep)))
                .hasMessageContaining("nested more than 200 deep")
                .hasMessageContaining("Maybe raise max-depth");
        assertThat(waits).isEmpty();
    }

    @Test
    void aRedirectOnTheSameHostIsFollowed() {
        var answer =
                read((asked, _) ->
                        asked.uri().getPath().equals("/data")
                                ? Answer.of(307, "text/plain", "").with("Location", "/d/")
                                : json("[\"" + asked.uri() + "\"]"));

        assertThat(answer.get(0).stringValue()).isEqualTo("/d/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/data",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:1/data",
                "file:///etc/passwd"
            })
    void aRedirectToAnotherHostIsNot(String target) {
        assertThatThrownBy(() ->
                        read((_, _) -> Answer.of(302, "text/plain", "").with("Location", target)))
                .hasMessageContaining("The redirect (%s) leads to another host".formatted(target));
    }

    @Test
    void redirectsInACircleEnd() {
        assertThatThrownBy(() ->
                        read((_, _) -> Answer.of(302, "text/plain", "").with("Location", "/data")))
                .hasMessageContaining("redirects more than 5 times");
    }

    @Test
    void aHostOnThisMachineIsRefusedUnlessAllowed() {
        set("allow-private", "false");

        try (var server = new LocalServer((_, _) -> json("{}"))) {
            assertThatThrownBy(() -> read(server))
                    .hasMessageContaining("is on this machine or in a private network (127.0.0.1)")
                    .hasMessageContaining("Maybe allow it with --allow-private");
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3/",
                "http://192.168.1.1/",
                "http://172.16.0.1/",
                "http://169.254.169.254/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void privateAddressesAreKnown(String address) {
        var host = new SourceHost(URI.create(address), false);

        assertThatThrownBy(() -> host.check(URI.create(address)))
                .hasMessageContaining("private network");
    }

    @Test
    void aNameOrPasswordInTheAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> new SourceHost(URI.create("https://me:secret@a.org/"), false))
                .hasMessageContaining("holds a name or password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aLinkWithCharactersNoAddressMayHoldIsMended() {
        var host = new SourceHost(URI.create("https://a.org/v1/"), false);

        assertThat(
                        host.follow(
                                URI.create("https://a.org/v1/structures"),
                                "/v1/structures?filter=elements HAS \"Ö\"&page=2",
                                "next link"))
                .hasToString(
                        "https://a.org/v1/structures?filter=elements%20HAS%20%22%C3%96%22&page=2");
    }

    @Test
    void aLinkThatLosesEncryptionIsFollowedWithIt() {
        var host = new SourceHost(URI.create("https://a.org/v1/"), false);

        assertThat(host.follow(host.base(), "http://a.org/v1/x?page=2", "next link"))
                .hasToString("https://a.org/v1/x?page=2");
    }

    @Test
    void aServerThatIsNotThereIsToldInWords() {
        var server = new LocalServer((_, _) -> json("{}"));
        server.close();

        assertThatThrownBy(() -> read(server))
                .hasMessageContaining("The connection failed (")
                .hasMessageContaining("Maybe the server is down, or there is no network.");
    }

    private void set(String... namesAndValues) {
        var more = new java.util.HashMap<>(settings);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        settings = Map.copyOf(more);
    }

    private JsonNode read(Responder responder) {
        try (var server = new LocalServer(responder)) {
            return read(server);
        }
    }

    private JsonNode read(LocalServer server) {
        var options = new ImportOptions(false, false, false, false, settings);
        var context =
                new ImportContext(options, name -> secret.filter(_ -> name.equals("TEST_KEY")))
                        .with(waits::add, new SplittableRandom(42));
        var key = HttpKey.find(context, "TEST_KEY", "X-API-KEY", "");
        try (var http = new HttpSource(server.uri("/"), key, HttpSettings.of(options), context)) {
            return http.json(PageRequest.get(server.uri("/data")));
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
