package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.intake.RecordFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Appends the events of a file, all or none.
@Command(
        name = "record",
        description = "Append the events of a JSON Lines file: all of them, or none.",
        mixinStandardHelpOptions = true)
final class RecordCommand extends StoreVerb {
    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
    private Path file;

    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) throws Exception {
        throw new UnsupportedOperationException("wired when RecordFile is here: " + file + RecordFile.class);
    }
}
