package dev.lodestone.importers.crystal;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The vectors of a cell, with what follows from them. Only a direction in which a structure
/// repeats has a length that says something of it: the box around a molecule is no lattice.
///
/// @param vectors three of them; empty where the database gives none or no numbers
/// @param periodic in which directions the structure repeats
public record Cell(List<Optional<double[]>> vectors, List<Boolean> periodic) {
    private static final int DECIMALS = 6;
    private static final List<String> LENGTHS =
            List.of("lsp:latticeParameterA", "lsp:latticeParameterB", "lsp:latticeParameterC");
    private static final List<String> ANGLES =
            List.of("lsp:latticeAngleAlpha", "lsp:latticeAngleBeta", "lsp:latticeAngleGamma");

    /// Reads a list of three vectors, where one may be of nulls.
    ///
    /// @param periodic in which of three directions the structure repeats
    /// @return nothing where these are not three vectors
    public static Optional<Cell> of(JsonNode vectors, List<Boolean> periodic) {
        if (!vectors.isArray() || vectors.size() != 3) {
            return Optional.empty();
        }
        var read = new ArrayList<Optional<double[]>>();
        for (var vector : vectors) {
            if (!vector.isArray() || vector.size() != 3) {
                return Optional.empty();
            }
            var x = vector.get(0);
            var y = vector.get(1);
            var z = vector.get(2);
            if (x.isNumber() && y.isNumber() && z.isNumber()) {
                read.add(Optional.of(new double[] {x.asDouble(), y.asDouble(), z.asDouble()}));
            } else if (x.isNull() && y.isNull() && z.isNull()) {
                read.add(Optional.empty());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Cell(List.copyOf(read), List.copyOf(periodic)));
    }

    /// The length of a vector in whose direction the structure repeats.
    public Optional<BigDecimal> length(int i) {
        return direction(i).map(Cell::norm).filter(length -> length > 0).map(Cell::rounded);
    }

    /// The angle between the two other vectors, in degrees: 0 for α, 1 for β, 2 for γ.
    public Optional<BigDecimal> angle(int i) {
        var one = direction((i + 1) % 3);
        var other = direction((i + 2) % 3);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double cosine = dot(one.get(), other.get()) / (norm(one.get()) * norm(other.get()));
        return Double.isFinite(cosine)
                ? Optional.of(rounded(Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)))))
                : Optional.empty();
    }

    /// The volume, if the structure repeats in all directions.
    public Optional<BigDecimal> volume() {
        var a = direction(0);
        var b = direction(1);
        var c = direction(2);
        if (a.isEmpty() || b.isEmpty() || c.isEmpty()) {
            return Optional.empty();
        }
        double volume = Math.abs(dot(a.get(), cross(b.get(), c.get())));
        return volume > 0 ? Optional.of(rounded(volume)) : Optional.empty();
    }

    /// Lengths, angles and volume as values about the event's first component.
    ///
    /// @param pointer where the vectors stand
    public List<Value> values(HowKnown basis, String pointer) {
        var values = new ArrayList<Value>();
        for (int i = 0; i < 3; i++) {
            add(values, LENGTHS.get(i), length(i), "unit:ANGSTROM", basis, pointer);
            add(values, ANGLES.get(i), angle(i), "unit:DEG", basis, pointer);
        }
        add(values, "lsp:cellVolume", volume(), "unit:ANGSTROM3", basis, pointer);
        return List.copyOf(values);
    }

    private static void add(
            List<Value> values,
            String property,
            Optional<BigDecimal> number,
            String unit,
            HowKnown basis,
            String pointer) {
        number.map(n -> new Quantity(n, Term.of(unit), n.toString(), Optional.empty()))
                .map(quantity ->
                        Value.of(Term.of(property), basis, quantity)
                                .at(pointer)
                                .ofComponent(1)
                                .noting("worked out from the cell vectors"))
                .ifPresent(values::add);
    }

    private Optional<double[]> direction(int i) {
        return periodic.get(i) ? vectors.get(i) : Optional.empty();
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static BigDecimal rounded(double number) {
        var rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
