package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.SheetMapping.Checks;
import dev.lodestone.importers.csv.SheetMapping.OtherExport;
import dev.lodestone.importers.csv.SheetMapping.SumCheck;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads what a mapping has looked for besides.
final class ChecksReader {
    private final Set<String> columns;

    /// @param columns the columns that checks can be about
    ChecksReader(Set<String> columns) {
        this.columns = columns;
    }

    /// The checks of a mapping.
    Checks read(MappingNode node) {
        var sums = node.list("sums").stream().map(this::sum).toList();
        var imputed =
                node.has("looksImputed")
                        ? Optional.of(node.child("looksImputed"))
                        : Optional.<MappingNode>empty();
        int decimals = imputed.map(child -> child.number("moreDecimalsThan", 5)).orElse(-1);
        imputed.ifPresent(MappingNode::done);
        var checks =
                new Checks(
                        node.flag("duplicates", false),
                        sums,
                        imputed.isPresent() ? OptionalInt.of(decimals) : OptionalInt.empty(),
                        node.has("otherExport")
                                ? Optional.of(other(node.child("otherExport")))
                                : Optional.empty());
        node.done();
        return checks;
    }

    private SumCheck sum(MappingNode node) {
        var sum =
                new SumCheck(
                        node.columns("of", columns),
                        node.decimal("to", BigDecimal.ONE),
                        node.decimal("tolerance", new BigDecimal("0.02")),
                        node.flag("whole", true));
        if (sum.of().size() < 2) {
            throw node.wrong("of", "A sum has two columns or more.", "name the columns.");
        }
        node.done();
        return sum;
    }

    private OtherExport other(MappingNode node) {
        var other = new OtherExport(node.neededText("file"), node.columns("agreeing", columns));
        node.choice("rows", Map.of("same", true), Optional.empty());
        if (other.agreeing().isEmpty()) {
            throw node.wrong(
                    "",
                    "Nothing shows that the rows of the two exports belong together.",
                    "name columns under \"agreeing\" that are equal in both.");
        }
        node.done();
        return other;
    }
}
