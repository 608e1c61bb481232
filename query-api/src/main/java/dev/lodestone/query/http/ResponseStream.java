package dev.lodestone.query.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A body on its way out. What fits into the buffer is sent at the end, with its length; more is
/// sent in chunks, each waited for, so that a slow reader slows the writer and not the memory.
/// Until the first chunk has gone, an answer can still become a problem.
final class ResponseStream extends OutputStream {
    private static final int CHUNK = 64 * 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final HttpServerResponse response;
    private final boolean headOnly;
    private Buffer buffer = Buffer.buffer();
    private boolean begun;

    ResponseStream(HttpServerResponse response, boolean headOnly) {
        this.response = response;
        this.headOnly = headOnly;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void write(int b) throws IOException {
        buffer.appendByte((byte) b);
        flushIfFull();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        buffer.appendBytes(bytes, from, length);
        flushIfFull();
    }

    private void flushIfFull() throws IOException {
        if (buffer.length() < CHUNK) {
            return;
        }
        if (!begun && !headOnly) {
            response.setChunked(true);
            response.putHeader("Trailer", Exchange.CUT);
        }
        begun = true;
        if (!headOnly) {
            await(response.write(buffer));
        }
        buffer = Buffer.buffer();
    }

    /// Forgets what has not been sent.
    void discard() {
        buffer = Buffer.buffer();
    }

    /// Sends what is left, and ends the response.
    void end() throws IOException {
        if (headOnly) {
            await(response.end());
        } else {
            await(response.end(buffer));
        }
    }

    private static void await(io.vertx.core.Future<Void> sent) throws IOException {
        try {
            sent.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The reader is gone or too slow.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server is closing.", e);
        }
    }
}
