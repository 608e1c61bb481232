package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Namespaces;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;

/// A table for people: short names, values without datatypes, columns as wide as their first
/// thousand rows need.
final class TextTable {
    private static final int LOOK_AHEAD = 1000;
    private static final int WIDEST = 60;

    private TextTable() {}

    static void write(boolean answer, OutputStream out) {
        try (var print = printer(out)) {
            print.println(answer ? "yes" : "no");
        }
    }

    static void write(RowSet rows, OutputStream out, BooleanSupplier cut) {
        var names = rows.getResultVars();
        var first = new ArrayList<List<String>>();
        while (first.size() < LOOK_AHEAD && rows.hasNext()) {
            first.add(row(names, rows));
        }
        var widths = widths(names, first);
        try (var print = printer(out)) {
            line(print, names.stream().map(Var::getVarName).toList(), widths);
            line(print, widths.stream().map("─"::repeat).toList(), widths);
            first.forEach(row -> line(print, row, widths));
            long count = first.size();
            while (rows.hasNext()) {
                line(print, row(names, rows), widths);
                count++;
            }
            print.println(
                    (count == 1 ? "1 row" : count + " rows")
                            + (cut.getAsBoolean() ? ", cut at the limit: there are more" : ""));
        }
    }

    private static PrintWriter printer(OutputStream out) {
        return new PrintWriter(out, false, StandardCharsets.UTF_8);
    }

    private static List<String> row(List<Var> names, RowSet rows) {
        var binding = rows.next();
        return names.stream().map(name -> text(binding.get(name))).toList();
    }

    private static String text(@org.jspecify.annotations.Nullable Node node) {
        if (node == null) {
            return "";
        }
        var text =
                node.isURI()
                        ? Namespaces.shorten(node.getURI())
                        : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        return text.replaceAll("\\s+", " ");
    }

    private static List<Integer> widths(List<Var> names, List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var i = 0; i < names.size(); i++) {
            var widest = names.get(i).getVarName().length();
            for (var row : rows) {
                widest = Math.max(widest, row.get(i).length());
            }
            widths.add(Math.min(widest, WIDEST));
        }
        return widths;
    }

    private static void line(PrintWriter print, List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : "  ").append(cells.get(i));
            line.repeat(' ', Math.max(0, widths.get(i) - cells.get(i).length()));
        }
        print.println(line.toString().stripTrailing());
    }
}
