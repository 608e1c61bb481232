package dev.lodestone.importers.helao;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.importers.helao.HloFile.Reading;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The lowest and the highest reading of a series of CO2 shares. Both are readings of the sensor;
/// nothing is averaged. The series is in the file.
final class GasReadings {
    private static final String COLUMN = "co2_ppm";

    private GasReadings() {}

    static List<Value> of(Map<String, HloFile> files, SampleId sample) {
        var values = new ArrayList<Value>();
        for (var file : new TreeMap<>(files).values()) {
            var series = file.column(COLUMN);
            var byValue = Comparator.comparing(Reading::value);
            series.stream()
                    .min(byValue)
                    .ifPresent(low ->
                            values.add(value(file, low, "lsk:Minimum", series.size(), sample)));
            series.stream()
                    .max(byValue)
                    .ifPresent(high ->
                            values.add(value(file, high, "lsk:Maximum", series.size(), sample)));
        }
        return values;
    }

    private static Value value(
            HloFile file, Reading reading, String statistic, int count, SampleId sample) {
        var found =
                new Quantity(
                        reading.value(),
                        Term.of("unit:PPM"),
                        reading.value().toString(),
                        Optional.empty());
        return Value.of(Term.of("lsp:moleFraction"), HowKnown.MEASURED, found)
                .about(sample)
                .ofMany(Term.of(statistic), count)
                .ofSpecies("CO2")
                .at(file.place() + ":" + reading.line())
                .noting("in the gas above the liquid");
    }
}
