package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogVerification;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// Recomputes every hash of the log and of the raw files.
@Command(
        name = "verify",
        description =
                "Recompute every hash of the log and the raw files, and name the first damage.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends StoreVerb {
    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) {
        var report = LogVerification.verify(dataDirectory());
        List<String> files = store.files().verifyAll();
        if (json()) {
            out().println(
                            WholeJson.write(
                                    Map.of(
                                            "entries",
                                            report.entries(),
                                            "root",
                                            report.root(),
                                            "damage",
                                            report.damage()
                                                    .map(d ->
                                                            Map.of(
                                                                    "position",
                                                                    d.position().value(),
                                                                    "what",
                                                                    d.what()))
                                                    .map(List::of)
                                                    .orElse(List.of()),
                                            "damagedFiles",
                                            files)));
        } else {
            out().printf("%,d entries, Merkle root %s%n", report.entries(), report.root());
            report.damage()
                    .ifPresent(d ->
                            out().printf(
                                            "DAMAGED at position %d: %s%n",
                                            d.position().value(), d.what()));
            files.forEach(file -> out().println("DAMAGED file: " + file));
        }
        return report.isSound() && files.isEmpty() ? 0 : 1;
    }
}
