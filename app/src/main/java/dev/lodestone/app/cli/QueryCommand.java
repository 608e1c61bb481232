package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.SparqlRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Asks the RDF graph in SPARQL.
@Command(
        name = "query",
        description = "Ask a SPARQL query of a file.",
        mixinStandardHelpOptions = true)
final class QueryCommand extends StoreVerb {
    @Parameters(paramLabel = "FILE.rq", description = "The query, or - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, tsv, json, xml; ttl, nt, jsonld, trig for graphs.")
    private @Nullable String format;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var text =
                file.toString().equals("-")
                        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        : Files.readString(resolved(file));
        var outcome =
                asOf.sparql(
                        store,
                        sparql ->
                                sparql.answer(
                                        SparqlRequest.of(text, this::chosen),
                                        (_, _) -> new Utf8Stream(out())));
        out().flush();
        if (outcome.cut()) {
            err().printf("Cut after %,d rows.%n", outcome.rows());
            return 1;
        }
        return 0;
    }

    private SparqlFormat chosen(SparqlFormat.Shape shape) {
        var wanted =
                Optional.ofNullable(format)
                        .or(() -> json() ? Optional.of("json") : Optional.empty());
        if (wanted.isEmpty()) {
            return shape == SparqlFormat.Shape.TABLE ? SparqlFormat.TABLE : SparqlFormat.TURTLE;
        }
        return SparqlFormat.find(shape, wanted.get())
                .orElseThrow(() ->
                        new ParameterException(
                                commandLine(),
                                "The format (%s) is not one for this answer. Maybe one of %s."
                                        .formatted(
                                                wanted.get(),
                                                Arrays.stream(SparqlFormat.values())
                                                        .filter(f -> f.fits(shape))
                                                        .map(SparqlFormat::toString)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// Bytes of UTF-8 as characters to a writer, since what a verb prints may go to another
    /// process.
    private static final class Utf8Stream extends OutputStream {
        private final PrintWriter out;
        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        private ByteBuffer waiting = ByteBuffer.allocate(0);

        Utf8Stream(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            var all = ByteBuffer.allocate(waiting.remaining() + length);
            all.put(waiting).put(bytes, from, length).flip();
            var chars = CharBuffer.allocate(all.remaining() + 1);
            decoder.decode(all, chars, false);
            waiting = all;
            out.append(chars.flip());
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
