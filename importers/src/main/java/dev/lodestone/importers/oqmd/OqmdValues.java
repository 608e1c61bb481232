package dev.lodestone.importers.oqmd;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Amounts;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.Optional;

/// Single fields of a row as values.
final class OqmdValues {
    private OqmdValues() {}

    static Value siteCount(Fields part) {
        part.use("/sites");
        int count = part.at("/sites").size();
        return Value.of(
                        Term.of("lsp:siteCount"),
                        HowKnown.SIMULATED,
                        new Quantity(
                                BigDecimal.valueOf(count),
                                Term.of("unit:UNITLESS"),
                                String.valueOf(count),
                                Optional.empty()))
                .at("/sites")
                .noting("counted");
    }

    static Optional<Value> number(Fields part, String field, String property, String unit) {
        var pointer = "/" + field;
        return Amounts.find(part.at(pointer))
                .map(number -> {
                    part.use(pointer);
                    return Value.of(
                                    Term.of(property),
                                    HowKnown.SIMULATED,
                                    new Quantity(
                                            number,
                                            Term.of(unit),
                                            part.at(pointer).asString(),
                                            Optional.empty()))
                            .at(pointer);
                });
    }

    static Optional<Value> words(Fields part, String field, String property) {
        return part.text("/" + field)
                .map(text -> Value.ofText(Term.of(property), HowKnown.SIMULATED, text))
                .map(value -> value.at("/" + field));
    }
}
