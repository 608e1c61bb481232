package dev.lodestone.importers.aflow;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.json.RowsReading;
import dev.lodestone.importers.json.RowsReading.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads answers of AFLUX.
public final class AflowImporter implements Importer {
    private static final Pattern NUMBERED = Pattern.compile("([0-9]+) of ([0-9]+)");

    @Override
    public String name() {
        return "aflow";
    }

    @Override
    public String title() {
        return "AFLOW";
    }

    @Override
    public String description() {
        return "Saved answers of AFLOW's search interface AFLUX: a material for every row, with the"
                + " values of those keywords that have a term.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*/");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.path();
        var files = JsonFiles.under(path);
        return new RowsReading(
                path,
                files,
                new SourceDescription(
                        AflowMapping.SOURCE,
                        "AFLOW",
                        path.toString(),
                        JsonFiles.sha256(files),
                        Optional.empty(),
                        Optional.of("10.1016/j.commatsci.2012.02.002"),
                        Optional.empty(),
                        Optional.of("S. Curtarolo et al., Comput. Mater. Sci. 58, 227 (2012)"),
                        "aflow 1",
                        false),
                AflowImporter::rows,
                AflowMapping::map);
    }

    /// The older interface numbers its rows (`"1 of 912"`), the newer one lists them.
    private static List<Row> rows(JsonNode answer, String place, Consumer<Finding> odd) {
        var rows = new ArrayList<Row>();
        if (answer.isArray()) {
            for (int i = 0; i < answer.size(); i++) {
                rows.add(new Row(place + "#/" + i, answer.get(i)));
            }
            return rows;
        } else if (answer.has("auid") || answer.has("compound")) {
            return List.of(new Row(place + "#", answer));
        }
        var of = "";
        for (var numbered : answer.properties()) {
            var number = NUMBERED.matcher(numbered.getKey());
            if (!number.matches()) {
                throw new RefusedEntry(
                        place,
                        "This is not an answer of AFLUX: a row is called (%s), not (1 of ...)."
                                .formatted(numbered.getKey()),
                        "it is of AFLOW's OPTIMADE interface: import it with optimade.");
            }
            of = number.group(2);
            rows.add(new Row(place + "#/" + numbered.getKey(), numbered.getValue()));
        }
        if (!of.isEmpty() && !of.equals(String.valueOf(rows.size()))) {
            odd.accept(
                    new Finding(
                            place,
                            "The answer has %d of %s rows; the other pages are not in it."
                                    .formatted(rows.size(), of)));
        }
        return rows;
    }
}
