package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.csv.Noticed.Notice;
import dev.lodestone.importers.csv.SheetMapping.SumCheck;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for what is odd within one row, and between it and its counterpart in another export.
/// Nothing is changed by it.
final class RowChecks {
    private static final Term CONTRADICTION = Term.of("lsk:Contradiction");
    private static final Term DOES_NOT_SUM = Term.of("lsk:CompositionDoesNotSum");
    private static final Term LOOKS_IMPUTED = Term.of("lsk:LooksImputed");

    private final SheetMapping mapping;
    private final CellNumbers numbers;
    private final Optional<OtherRows> other;

    RowChecks(SheetMapping mapping, Optional<OtherRows> other) {
        this.mapping = mapping;
        this.numbers = new CellNumbers(mapping.form());
        this.other = other;
    }

    Noticed of(TableRow row) {
        var odd = new Odd(row);
        mapping.columns()
                .forEach((name, column) -> {
                    switch (column) {
                        case SumColumn sum -> odd.sumColumn(name, sum);
                        case ValueColumn value -> odd.imputed(name, value);
                        default -> {}
                    }
                });
        mapping.checks().sums().forEach(odd::sum);
        other.ifPresent(rows -> odd.differences(rows.next(row)));
        return odd.noticed();
    }

    private final class Odd {
        private final TableRow row;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, List<Notice>> notices = new LinkedHashMap<>();

        Odd(TableRow row) {
            this.row = row;
        }

        Noticed noticed() {
            return new Noticed(findings, notices);
        }

        private void notice(String column, Term finding, String note) {
            notices.computeIfAbsent(column, _ -> new ArrayList<>()).add(new Notice(finding, note));
        }

        /// The sum of those columns that hold a number.
        private Optional<BigDecimal> sum(List<String> columns, boolean whole) {
            var terms = new ArrayList<BigDecimal>();
            for (var column : columns) {
                var number = number(column);
                if (number.isEmpty() && whole) {
                    return Optional.empty();
                }
                number.ifPresent(terms::add);
            }
            return terms.size() < 2
                    ? Optional.empty()
                    : Optional.of(terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private Optional<BigDecimal> number(String column) {
            var cell = row.cell(column);
            return numbers.isMissing(cell) ? Optional.empty() : numbers.number(cell);
        }

        void sumColumn(String name, SumColumn column) {
            var stated = number(name);
            sum(column.of(), true)
                    .filter(sum -> stated.isPresent() && off(sum, stated.get(), column.tolerance()))
                    .ifPresent(sum -> {
                        findings.add(
                                new Finding(
                                        row.locator(name),
                                        "The columns (%s) add up to %s, but the sum is given as (%s); both are kept as they are."
                                                .formatted(
                                                        String.join(", ", column.of()),
                                                        sum.toPlainString(),
                                                        row.cell(name))));
                        var note = "the sum of its kind is given as " + row.cell(name);
                        column.of().forEach(part -> notice(part, CONTRADICTION, note));
                    });
        }

        void sum(SumCheck check) {
            sum(check.of(), check.whole())
                    .filter(sum -> off(sum, check.to(), check.tolerance()))
                    .ifPresent(sum -> {
                        findings.add(
                                new Finding(
                                        row.locator(),
                                        "The columns (%s) add up to %s, not to %s; kept and flagged."
                                                .formatted(
                                                        String.join(", ", check.of()),
                                                        sum.toPlainString(),
                                                        check.to().toPlainString())));
                        var note = "with the others it adds up to " + sum.toPlainString();
                        check.of().forEach(part -> notice(part, DOES_NOT_SUM, note));
                    });
        }

        private static boolean off(BigDecimal sum, BigDecimal due, BigDecimal tolerance) {
            return sum.subtract(due).abs().compareTo(tolerance) > 0;
        }

        /// A number a formula gives has its digits from there.
        void imputed(String name, ValueColumn column) {
            var most = mapping.checks().moreDecimalsThan();
            if (most.isEmpty()
                    || column.unit().isEmpty()
                    || !column.rules().isEmpty()
                    || row.mark(name).isPresent()) {
                return;
            }
            number(name)
                    .map(CellNumbers::decimals)
                    .filter(decimals -> decimals > most.getAsInt())
                    .ifPresent(decimals -> {
                        findings.add(
                                new Finding(
                                        row.locator(name),
                                        "The value (%s) has %d decimals and looks imputed; kept and flagged."
                                                .formatted(row.cell(name), decimals)));
                        notice(
                                row.real(name),
                                LOOKS_IMPUTED,
                                "%d decimals: it looks imputed".formatted(decimals));
                    });
        }

        void differences(List<OtherRows.Difference> differences) {
            for (var each : differences) {
                var there = each.there().isEmpty() ? "nothing" : "(%s)".formatted(each.there());
                findings.add(
                        new Finding(
                                row.locator(each.column()),
                                "Here it says (%s), in %s %s; kept and flagged."
                                        .formatted(row.cell(each.column()), each.place(), there)));
                notice(
                        each.column(),
                        CONTRADICTION,
                        "the other export says %s in %s".formatted(there, each.place()));
            }
        }
    }
}
