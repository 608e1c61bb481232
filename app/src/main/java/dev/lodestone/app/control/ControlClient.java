package dev.lodestone.app.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Has a verb run by the process that owns the data directory.
public final class ControlClient {
    private ControlClient() {}

    /// Runs a verb there; empty if the owner takes no calls.
    ///
    /// @return the exit code
    /// @throws IOException if the owner goes away in the middle
    public static Optional<Integer> run(
            Path dataDirectory, List<String> arguments, PrintWriter out, PrintWriter err)
            throws IOException {
        var file = dataDirectory.resolve(ControlServer.FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        var address = Files.readString(file).strip().split(" ", 2);
        try (var socket =
                        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address[0]));
                var to = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                var from =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            var request =
                    new ControlServer.Request(
                            address[1], arguments, Path.of("").toAbsolutePath().toString());
            to.println(ControlServer.JSON.writeValueAsString(request));
            for (var line = from.readLine(); line != null; line = from.readLine()) {
                var reply = ControlServer.JSON.readValue(line, ControlServer.Reply.class);
                if (reply.done()) {
                    out.flush();
                    err.print(reply.err());
                    err.flush();
                    return Optional.of(reply.exit());
                }
                out.print(reply.out());
                out.flush();
                err.print(reply.err());
                err.flush();
            }
            throw new IOException(
                    "The server that owns (%s) went away in the middle.".formatted(dataDirectory));
        }
    }
}
