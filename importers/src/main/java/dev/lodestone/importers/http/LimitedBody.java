package dev.lodestone.importers.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what arrives and stops at a limit.
final class LimitedBody extends FilterInputStream {
    private final long most;
    private long count;

    LimitedBody(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /// The limit was passed.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    private void count(long read) throws TooLarge {
        count += read;
        if (count > most) {
            throw new TooLarge(most);
        }
    }
}
