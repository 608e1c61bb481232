package dev.lodestone.query.sparql;

import dev.lodestone.query.Basis;
import java.io.IOException;
import java.io.OutputStream;

/// Where an answer is written.
@FunctionalInterface
public interface SparqlReply {
    /// Called once, before the first byte.
    ///
    /// @return a stream that the service writes to and does not close
    OutputStream begin(Basis basis, SparqlFormat format) throws IOException;
}
