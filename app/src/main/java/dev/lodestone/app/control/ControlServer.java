package dev.lodestone.app.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/// Runs verbs for other processes in the one that owns the data directory, and streams back what
/// they print. Listens on the loopback address only; who may read the file `control` in the data
/// directory may use it, which is who may read the data.
public final class ControlServer implements AutoCloseable {
    static final String FILE = "control";
    static final JsonMapper JSON = JsonMapper.shared();

    private final ServerSocket socket;
    private final Path file;
    private final String token;
    private final Verbs verbs;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /// Runs one verb.
    @FunctionalInterface
    public interface Verbs {
        /// Runs it as the command line would.
        ///
        /// @param arguments as on the command line
        /// @param directory the caller's working directory, for relative paths
        /// @return the exit code
        int run(List<String> arguments, Path directory, PrintWriter out, PrintWriter err);
    }

    /// What a caller asks.
    record Request(String token, List<String> arguments, String directory) {}

    /// What it is told: a piece of output, or the end.
    record Reply(String out, String err, int exit, boolean done) {}

    private ControlServer(ServerSocket socket, Path file, String token, Verbs verbs) {
        this.socket = socket;
        this.file = file;
        this.token = token;
        this.verbs = verbs;
    }

    /// Starts listening on a free port and writes it, with a fresh secret, to the data directory.
    public static ControlServer start(Path dataDirectory, Verbs verbs) throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        var token = HexFormat.of().formatHex(secret);
        var file = dataDirectory.resolve(FILE);
        writePrivately(file, socket.getLocalPort() + " " + token);
        var server = new ControlServer(socket, file, token, verbs);
        Thread.ofPlatform().daemon().name("control").start(server::accept);
        return server;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private void accept() {
        while (open.get()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().name("control-call").start(() -> answer(caller));
            } catch (IOException e) {
                if (open.get()) {
                    System.err.println("lodestone: control connection lost: " + e.getMessage());
                }
            }
        }
    }

    private void answer(Socket caller) {
        try (caller;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        caller.getInputStream(), StandardCharsets.UTF_8));
                var out =
                        new PrintWriter(caller.getOutputStream(), false, StandardCharsets.UTF_8)) {
            var line = in.readLine();
            if (line == null) {
                return;
            }
            var request = JSON.readValue(line, Request.class);
            if (!token.equals(request.token())) {
                send(out, new Reply("", "The secret is wrong.\n", 1, true));
                return;
            }
            int exit =
                    verbs.run(
                            request.arguments(),
                            Path.of(request.directory()),
                            new PrintWriter(new Piece(out, false), true),
                            new PrintWriter(new Piece(out, true), true));
            send(out, new Reply("", "", exit, true));
        } catch (IOException e) {
            System.err.println("lodestone: a caller went away: " + e.getMessage());
        }
    }

    private static synchronized void send(PrintWriter out, Reply reply) {
        out.println(JSON.writeValueAsString(reply));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        open.set(false);
        socket.close();
        Files.deleteIfExists(file);
    }

    /// Sends what is written in pieces, as replies.
    private static final class Piece extends Writer {
        private final PrintWriter out;
        private final boolean error;
        private final StringBuilder waiting = new StringBuilder();

        Piece(PrintWriter out, boolean error) {
            this.out = out;
            this.error = error;
        }

        @Override
        public void write(char[] text, int from, int length) {
            waiting.append(text, from, length);
            if (waiting.length() > 8_192) {
                flush();
            }
        }

        @Override
        public void flush() {
            if (!waiting.isEmpty()) {
                var text = waiting.toString();
                waiting.setLength(0);
                send(out, error ? new Reply("", text, 0, false) : new Reply(text, "", 0, false));
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
