package dev.lodestone.importers.tensile;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.tensile.TensileEntry.Blank;
import dev.lodestone.importers.tensile.TensileEntry.HeatTreatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The production table: a JSON list with a blank a row. It is taken whole or not at all, because
/// its rows share a rod, heat treatments and a delivery.
///
/// @param place how the file is named in messages
record ProductionTable(String place, List<Blank> blanks) {
    private static final List<String> IDS =
            List.of("blank_id_iwt", "blank_id", "tensile_specimen_id", "metallo_disc_id");

    ProductionTable {
        blanks = List.copyOf(blanks);
    }

    /// Reads the table.
    ///
    /// @throws UnreadableSource if it, or any row of it, cannot be understood
    static ProductionTable read(Path file) {
        var place = String.valueOf(file.getFileName());
        try {
            var rows = JsonFiles.read(file, place);
            if (!rows.isArray() || rows.isEmpty()) {
                throw new UnreadableSource(
                        place,
                        "The production table is a JSON list with a blank a row.",
                        "it is another file; the one of the data set is called refdataproject_production.json.");
            }
            var blanks = new ArrayList<Blank>();
            for (int i = 0; i < rows.size(); i++) {
                blanks.add(blank(new Fields(rows.get(i)), place + "#/" + i));
            }
            checkNames(blanks);
            return new ProductionTable(place, blanks);
        } catch (RefusedEntry e) {
            throw new UnreadableSource(e.place(), e.problem(), e.maybe(), e);
        }
    }

    /// The heat treatments, in the order of their first blanks.
    List<HeatTreatment> treatments() {
        var byTemperature = new LinkedHashMap<String, List<Blank>>();
        blanks.forEach(blank ->
                byTemperature
                        .computeIfAbsent(blank.austenitisation(), _ -> new ArrayList<>())
                        .add(blank));
        return byTemperature.values().stream()
                .map(together -> new HeatTreatment(together.getFirst().place(), together))
                .toList();
    }

    /// The row a tensile specimen was cut in.
    Optional<Blank> ofSpecimen(String specimen) {
        return blanks.stream().filter(blank -> blank.specimen().equals(specimen)).findFirst();
    }

    private static Blank blank(Fields row, String place) {
        var ids = new HashMap<String, String>();
        for (var field : IDS) {
            ids.put(
                    field,
                    row.text("/" + field)
                            .filter(id -> id.matches("[A-Za-z0-9._-]+"))
                            .orElseThrow(() ->
                                    new RefusedEntry(
                                            place + "/" + field,
                                            "An identifier in quotes is due here, not (%s)."
                                                    .formatted(row.at("/" + field)),
                                            "the row is not complete; the table is imported whole or not at all.")));
        }
        var temperature =
                row.number("/aust_temp")
                        .orElseThrow(() ->
                                new RefusedEntry(
                                        place + "/aust_temp",
                                        "The austenitisation temperature is a number in °C, not (%s)."
                                                .formatted(row.at("/aust_temp")),
                                        "the row is not complete; the table is imported whole or not at all."));
        return new Blank(
                place,
                id(ids, "blank_id_iwt"),
                id(ids, "blank_id"),
                temperature.toString(),
                id(ids, "tensile_specimen_id"),
                id(ids, "metallo_disc_id"),
                row.rest(LONGEST_TEXT));
    }

    private static final int LONGEST_TEXT = 2_000;

    private static String id(Map<String, String> ids, String field) {
        return String.valueOf(ids.get(field));
    }

    private static void checkNames(List<Blank> blanks) {
        var iwt = new HashMap<String, String>();
        var iwm = new HashMap<String, String>();
        for (var blank : blanks) {
            once(iwt, blank.iwt(), blank.place());
            once(iwm, blank.iwm(), blank.place());
            once(iwm, blank.specimen(), blank.place());
            once(iwm, blank.disc(), blank.place());
        }
    }

    private static void once(Map<String, String> seen, String name, String place) {
        var before = seen.put(name, place);
        if (before != null) {
            throw new RefusedEntry(
                    place,
                    "The name (%s) stands for two things, here and at %s.".formatted(name, before),
                    "a row was copied and not changed.");
        }
    }
}
