package dev.lodestone.importers.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a text as their bytes, without what ends them: LF, CR, or CR and LF.
public final class ByteLines implements Closeable {
    private final InputStream in;
    private final long longest;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int at;
    private int end;
    private boolean afterReturn;

    /// @param longest the most bytes of a line
    public ByteLines(InputStream in, long longest) {
        this.in = in;
        this.longest = longest;
    }

    /// The next line; null where there is none.
    ///
    /// @throws IOException if it cannot be read, or is too long
    public byte @Nullable [] next() throws IOException {
        begun.reset();
        while (true) {
            if (at == end && !fill()) {
                return begun.size() == 0 ? null : begun.toByteArray();
            }
            if (afterReturn) {
                afterReturn = false;
                if (buffer[at] == '\n') {
                    at++;
                    continue;
                }
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
                stop++;
            }
            if (begun.size() + (stop - at) > longest) {
                throw new IOException("a line is longer than " + longest + " bytes");
            }
            boolean whole = stop < end;
            if (whole && begun.size() == 0) {
                var line = Arrays.copyOfRange(buffer, at, stop);
                endAt(stop);
                return line;
            }
            begun.write(buffer, at, stop - at);
            at = stop;
            if (whole) {
                endAt(stop);
                return begun.toByteArray();
            }
        }
    }

    private void endAt(int stop) {
        afterReturn = buffer[stop] == '\r';
        at = stop + 1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
