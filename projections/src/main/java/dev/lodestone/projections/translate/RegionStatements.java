package dev.lodestone.projections.translate;

import dev.lodestone.events.RegionPlace;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.ontology.Vocabulary;
import java.math.BigDecimal;

/// Where a region lies: as recorded for people, and in metres to reckon with.
final class RegionStatements {
    private RegionStatements() {}

    static void write(SampleId region, RegionPlace where, Scribe to) {
        where.text().ifPresent(text -> to.thing(region, Vocabulary.REGION_PLACE, Nodes.text(text)));
        where.extent().ifPresent(extent -> write(region, extent, to));
    }

    private static void write(SampleId region, RegionPlace.Extent extent, Scribe to) {
        var unit = to.words.unit(extent.unit());
        to.thing(
                region,
                Vocabulary.REGION_PLACE,
                Nodes.text(
                        "x %s, y %s, %s × %s %s"
                                .formatted(
                                        extent.x().toPlainString(),
                                        extent.y().toPlainString(),
                                        extent.width().toPlainString(),
                                        extent.height().toPlainString(),
                                        unit.map(Unit::symbol).orElse(extent.unit().curie()))));
        unit.filter(Unit::convertible)
                .ifPresent(known -> {
                    si(region, Vocabulary.REGION_X, extent.x(), known, to);
                    si(region, Vocabulary.REGION_Y, extent.y(), known, to);
                    si(region, Vocabulary.REGION_WIDTH, extent.width(), known, to);
                    si(region, Vocabulary.REGION_HEIGHT, extent.height(), known, to);
                });
    }

    private static void si(SampleId region, Term property, BigDecimal value, Unit unit, Scribe to) {
        to.thing(region, property, Nodes.dbl(unit.toSi(value).doubleValue()));
    }
}
