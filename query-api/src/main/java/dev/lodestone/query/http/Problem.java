package dev.lodestone.query.http;

import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.log.LogException;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.LodestoneException.Busy;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Fault;
import dev.lodestone.query.LodestoneException.Forbidden;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.LodestoneException.Unavailable;
import dev.lodestone.query.LodestoneException.Unsupported;
import java.util.LinkedHashMap;
import java.util.Map;

/// What went wrong, as RFC 9457 writes it. Says what and what to do about it; never where in the
/// program.
///
/// @param values further members
record Problem(int status, String code, String title, String detail, Map<String, Object> values) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://w3id.org/lodestone/problem/";

    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case LodestoneException known ->
                    new Problem(
                            status(known),
                            known.code(),
                            title(known),
                            known.text(),
                            known.values());
            case InvalidEvent invalid ->
                    new Problem(
                            400,
                            "event-invalid",
                            "The event cannot be read",
                            String.valueOf(invalid.getMessage()),
                            Map.of("pointer", invalid.pointer()));
            case LogException log ->
                    new Problem(
                            503,
                            "log-unavailable",
                            "The log does not answer",
                            String.valueOf(log.getMessage()),
                            Map.of());
            default ->
                    ofStatus(
                            500,
                            "The server failed. The request id leads to the cause in its log.");
        };
    }

    static Problem ofStatus(int status, String detail) {
        return new Problem(status, "http-" + status, reason(status), detail, Map.of());
    }

    String json(String requestId) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", TYPES + code);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        members.put("instance", "urn:uuid:" + requestId);
        members.put("requestId", requestId);
        values.forEach(members::putIfAbsent);
        return Json.write(members);
    }

    /// Whether somebody who runs the server should look.
    boolean ours() {
        return status == 500;
    }

    private static int status(LodestoneException thrown) {
        return switch (thrown) {
            case Incorrect _ -> 400;
            case NotFound _ -> 404;
            case Conflict _ -> 409;
            case Forbidden _ -> 403;
            case Unsupported unsupported ->
                    switch (unsupported.code()) {
                        case "not-acceptable" -> 406;
                        case "media-type" -> 415;
                        default -> 501;
                    };
            case Busy _, Unavailable _ -> 503;
            case Fault _ -> 500;
        };
    }

    private static String title(LodestoneException thrown) {
        return switch (thrown) {
            case Incorrect _ -> "The question is wrong";
            case NotFound _ -> "There is no such thing";
            case Conflict _ -> "It fits several things, or was overtaken";
            case Forbidden _ -> "It is not allowed";
            case Unsupported _ -> "It is not offered";
            case Busy _ -> "Too much is going on";
            case Unavailable _ -> "It cannot be answered now";
            case Fault _ -> "The server failed";
        };
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 404 -> "There is nothing here";
            case 405 -> "This method is not offered here";
            case 413 -> "The body is too large";
            case 415 -> "The media type is not taken here";
            case 500 -> "The server failed";
            default -> "The request failed";
        };
    }
}
