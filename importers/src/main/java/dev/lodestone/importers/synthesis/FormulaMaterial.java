package dev.lodestone.importers.synthesis;

import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedItem;
import java.util.List;
import java.util.Optional;

/// What a recipe makes: a material of which nothing but the formula is known, the same for all
/// recipes that write it alike.
final class FormulaMaterial {
    private static final int OF_THE_HASH = 32;

    private FormulaMaterial() {}

    static MappedItem item(SourceId source, String formula, String place) {
        var plain = formula.matches("[A-Za-z0-9.]{1,100}");
        var id = plain ? formula : Hashes.sha256(formula).substring(0, OF_THE_HASH);
        return MappedItem.of(
                new ItemKey(source, "formula/" + formula, "material"),
                new MaterialRegistered(
                        Occurrence.UNKNOWN,
                        new MaterialId("formula-" + id),
                        Optional.of(formula),
                        List.of(),
                        Optional.empty()),
                formula,
                place);
    }
}
