package dev.lodestone.importers.csv;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.RawRows.RawRow;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.importers.csv.TableMapping.HeaderForm;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// The mapping of one workbook, made from its own header: groups of columns are steps, in the order
/// of their numbers, and what stands in a group are the parameters of its step. Which groups there
/// are differs from workbook to workbook.
final class HysprintMapping {
    private static final String ID = "Nomad ID";
    private static final Pattern STEP = Pattern.compile("(\\d+)\\s*:\\s*(.+)");
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s+\\d+");
    private static final FileForm FORM =
            new FileForm(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    new HeaderForm(1, 2, 0, List.of()),
                    MappingReader.USUALLY_MISSING,
                    Optional.empty());

    /// How a step is called, by the first word that its name holds.
    private static final Map<String, String> PROCESSES = processes();

    private static final Map<String, String> PARAMETERS =
            Map.ofEntries(
                    Map.entry("annealing temperature", "lsp:annealingTemperature"),
                    Map.entry("annealing time", "lsp:annealingTime"),
                    Map.entry("substrate temperature", "lsp:substrateTemperature"),
                    Map.entry("temperature", "lsp:processTemperature"),
                    Map.entry("thickness", "lsp:filmThickness"),
                    Map.entry("rotation speed", "lsp:rotationSpeed"),
                    Map.entry("rotation rate", "lsp:rotationSpeed"),
                    Map.entry("rate", "lsp:depositionRate"),
                    Map.entry("deposition time", "lsp:depositionTime"),
                    Map.entry("dipping duration", "lsp:duration"),
                    Map.entry("time", "lsp:duration"),
                    Map.entry("uv-ozone time", "lsp:duration"),
                    Map.entry("pressure", "lsp:chamberPressure"),
                    Map.entry("power", "lsp:appliedPower"),
                    Map.entry("gas-plasma power", "lsp:appliedPower"),
                    Map.entry("solution volume", "lsp:dispensedVolume"),
                    Map.entry("flow rate", "lsp:liquidFlowRate"),
                    Map.entry("gas flow rate", "lsp:gasFlowRate"),
                    Map.entry("rel. humidity", "lsp:relativeHumidity"));

    private HysprintMapping() {}

    private static Map<String, String> processes() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("cleaning", "lsk:Cleaning");
        kinds.put("spin coating", "lsk:SpinCoating");
        kinds.put("inkjet", "lsk:InkjetPrinting");
        kinds.put("coating", "lsk:Coating");
        kinds.put("evaporation", "lsk:ThermalEvaporation");
        kinds.put("sputtering", "lsk:SputterDeposition");
        kinds.put("ald", "lsk:AtomicLayerDeposition");
        kinds.put("scribing", "lsk:Machining");
        return kinds;
    }

    static TableMapping of(Path file, Optional<String> licence) {
        var columns = columns(file);
        var events = new LinkedHashMap<String, Object>();
        var meanings = new LinkedHashMap<String, Object>();
        var before = new ArrayList<>(List.of(SheetMapping.REGISTRATION));
        for (var column : columns) {
            var step = STEP.matcher(column.group());
            if (!step.matches()) {
                meanings.put(
                        column.name(),
                        column.name().equals(ID)
                                ? Map.of("identity", true)
                                : Map.of("verbatimIn", SheetMapping.REGISTRATION));
                continue;
            }
            var role = "step-" + step.group(1);
            if (!events.containsKey(role)) {
                events.put(
                        role,
                        Map.of(
                                "kind",
                                "process",
                                "type",
                                process(step.group(2)),
                                "of",
                                "sample",
                                "after",
                                List.copyOf(before)));
                before.add(role);
            }
            meanings.put(column.name(), meaning(column.own(), role));
        }
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("mapping", "hysprint");
        mapping.put("version", 1);
        mapping.put("source", source(licence));
        mapping.put("file", Map.of("headerRow", 1, "headerRows", 2));
        mapping.put("sample", Map.of("key", List.of(ID), "name", "{" + ID + "}"));
        mapping.put("row", Map.of("replicates", false));
        mapping.put("events", events);
        mapping.put("columns", meanings);
        // JSON is YAML, too.
        return MappingReader.parse("hysprint", JsonMapper.shared().writeValueAsString(mapping));
    }

    private static Map<String, Object> source(Optional<String> licence) {
        var source = new LinkedHashMap<String, Object>();
        source.put("title", "HySprint experiment workbooks");
        licence.ifPresent(text -> source.put("licence", text));
        return source;
    }

    /// @param name what the table calls it, with the group where the own name stands twice
    private record Column(String group, String name, String own) {}

    private static List<Column> columns(Path file) {
        var header = new ArrayList<RawRow>();
        try (var rows = RawRows.open(file, FORM)) {
            while (header.size() < 2 && rows.hasNext()) {
                header.add(rows.next());
            }
            if (header.size() < 2) {
                throw new UnreadableSource(
                        rows.places().file(),
                        "The workbook has no two rows of a header.",
                        "it is no experiment workbook.");
            }
            var names = TableHeader.of(header, List.of(), !rows.rowsHaveAWidth()).names();
            var columns = new ArrayList<Column>();
            var group = "";
            for (int i = 0; i < names.size(); i++) {
                var above = cell(header.getFirst(), i);
                group = above.isEmpty() ? group : above;
                columns.add(new Column(group, names.get(i), cell(header.getLast(), i)));
            }
            if (columns.stream().noneMatch(column -> column.name().equals(ID))) {
                throw new UnreadableSource(
                        rows.places().row(2, 2),
                        "The column (%s) is missing, which tells the substrates apart."
                                .formatted(ID),
                        "it is no experiment workbook: import it as xlsx with a mapping.");
            }
            return columns;
        }
    }

    private static String cell(RawRow row, int column) {
        return column < row.cells().size() ? row.cells().get(column).strip() : "";
    }

    private static String process(String name) {
        var words = name.toLowerCase(Locale.ROOT);
        return PROCESSES.entrySet().stream()
                .filter(kind -> words.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("lsk:MaterialsProcessing");
    }

    /// A value if the parameter is known and states a unit that it can have; else text.
    private static Map<String, Object> meaning(String own, String role) {
        var header = HeaderName.of(own);
        var name = header.bare().toLowerCase(Locale.ROOT);
        if (name.startsWith("annealing at")) {
            return Map.of(
                    "in",
                    role,
                    "as",
                    "parameter",
                    "property",
                    "lsp:atmosphere",
                    "text",
                    true,
                    "basis",
                    "Recorded",
                    "note",
                    "while annealing");
        }
        var numbered = NUMBERED.matcher(name);
        var property =
                Optional.ofNullable(PARAMETERS.get(numbered.matches() ? numbered.group(1) : name))
                        .flatMap(term -> Ontology.lodestone().findProperty(Term.of(term)));
        var unit =
                property.flatMap(header::statedUnit)
                        .filter(stated ->
                                property.get()
                                        .canonicalUnit()
                                        .filter(stated::sameDimension)
                                        .isPresent());
        if (unit.isEmpty()) {
            return Map.of("verbatimIn", role);
        }
        return Map.of(
                "in",
                role,
                "as",
                "parameter",
                "property",
                property.get().term().curie(),
                "unit",
                unit.get().term().curie(),
                "basis",
                "Recorded",
                "words",
                "keep",
                "note",
                header.bare());
    }
}
