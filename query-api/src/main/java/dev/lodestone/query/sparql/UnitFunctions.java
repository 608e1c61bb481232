package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase2;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;

/// People's units in SPARQL: `lsf:in(?si, unit:MilliA-HR-PER-GM)` gives an SI value in a unit,
/// `lsf:si(200, unit:MilliA-HR-PER-GM)` the SI value of a value in a unit. Computed in decimals and
/// rounded once, so that 738360 C/kg is 205.1 mAh/g and not 205.10000000000002. What is no number,
/// or no unit of the store, is an error of the expression: its variable stays unbound.
public final class UnitFunctions {
    /// `lsf:in`.
    public static final String IN = Namespaces.LSF + "in";

    /// `lsf:si`.
    public static final String SI = Namespaces.LSF + "si";

    /// What a double tells apart.
    private static final MathContext DOUBLE = new MathContext(15);

    private UnitFunctions() {}

    /// The IRIs of the functions.
    public static List<String> names() {
        return List.of(IN, SI);
    }

    /// A registry with the standard functions and these; the one of the process stays as it is.
    static FunctionRegistry registry(Ontology ontology) {
        var registry = FunctionRegistry.createFrom(FunctionRegistry.standardRegistry());
        registry.put(
                IN,
                conversion(ontology, (value, unit) -> readable(unit.fromSi(value).round(DOUBLE))));
        registry.put(
                SI,
                conversion(ontology, (value, unit) -> NodeValue.makeDouble(unit.siDouble(value))));
        return registry;
    }

    private static FunctionFactory conversion(
            Ontology ontology, BiFunction<BigDecimal, Unit, NodeValue> convert) {
        return _ ->
                new FunctionBase2() {
                    @Override
                    public NodeValue exec(NodeValue value, NodeValue unit) {
                        return convert.apply(number(value), unit(ontology, unit));
                    }
                };
    }

    /// Plain digits where they are few, so that a table shows 205.1 and not 205.1e0.
    private static NodeValue readable(BigDecimal value) {
        var size = value.precision() - value.scale();
        return value.signum() == 0 || (size > -6 && size < 16)
                ? NodeValue.makeDecimal(value)
                : NodeValue.makeDouble(value.doubleValue());
    }

    private static BigDecimal number(NodeValue value) {
        if (!value.isNumber()) {
            throw new ExprEvalException("not a number: " + value);
        }
        if (value.isInteger() || value.isDecimal()) {
            return value.getDecimal();
        }
        var number = value.getDouble();
        if (!Double.isFinite(number)) {
            throw new ExprEvalException("not finite: " + value);
        }
        return new BigDecimal(Double.toString(number));
    }

    private static Unit unit(Ontology ontology, NodeValue value) {
        if (!value.isIRI()) {
            throw new ExprEvalException("not a unit: " + value);
        }
        try {
            var unit = ontology.unit(new Term(value.asNode().getURI()));
            if (unit.convertible()) {
                return unit;
            }
        } catch (IllegalArgumentException e) {
            throw new ExprEvalException("not a unit of the store: " + value, e);
        }
        throw new ExprEvalException("the unit was not stated");
    }
}
