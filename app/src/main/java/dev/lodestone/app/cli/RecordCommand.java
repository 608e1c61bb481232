package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.intake.RecordFile;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Appends the events of a file, all or none.
@Command(
        name = "record",
        description = "Append the events of a JSON Lines file: all of them, or none.",
        mixinStandardHelpOptions = true)
final class RecordCommand extends StoreVerb {
    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
    private Path file = Path.of("-");

    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) throws Exception {
        var records = new RecordFile(store.intake());
        var receipts =
                file.toString().equals("-")
                        ? records.record("standard input", System.in)
                        : records.record(resolved(file));
        if (json()) {
            out().println(WholeJson.write(receipts.stream().map(RecordCommand::line).toList()));
        } else {
            long known = receipts.stream().filter(Receipt::alreadyKnown).count();
            out().printf(
                            "Recorded %,d events%s; the log is at position %,d.%n",
                            receipts.size() - known,
                            known == 0 ? "" : ", %,d were known already".formatted(known),
                            store.log().head().value());
        }
        return 0;
    }

    private static Map<String, Object> line(Receipt receipt) {
        return Map.of(
                "record", receipt.record().toString(),
                "event", receipt.event().toString(),
                "position", receipt.position().value(),
                "alreadyKnown", receipt.alreadyKnown());
    }
}
