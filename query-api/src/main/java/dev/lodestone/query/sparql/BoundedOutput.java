package dev.lodestone.query.sparql;

import dev.lodestone.query.LodestoneException.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Opens the reply at the first byte, and stops at the limit.
final class BoundedOutput extends OutputStream {
    private final Opening opening;
    private final long most;
    private long written;
    private OutputStream target = OutputStream.nullOutputStream();
    private boolean open;

    BoundedOutput(Opening opening, long most) {
        this.opening = opening;
        this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        finish();
        written += length;
        if (written > most) {
            throw new Unavailable(
                    "byte-limit",
                    """
                    The answer is larger than the limit of %d bytes and was broken off.
                    Maybe ask for fewer columns or rows.\
                    """
                            .formatted(most),
                    Map.of("limitBytes", most));
        }
        target.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /// Opens the reply if nothing has been written.
    void finish() throws IOException {
        if (!open) {
            target = opening.open();
            open = true;
        }
    }

    @FunctionalInterface
    interface Opening {
        OutputStream open() throws IOException;
    }
}
