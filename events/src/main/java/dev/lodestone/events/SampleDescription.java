package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;

/// A sample as it enters the record.
///
/// @param form what it looks like, a sample form of the ontology (`lsk:Powder`, `lsk:Blank` ...)
/// @param names what people call it
/// @param nature physical unless said otherwise
/// @param regionOf the sample a region lies in
/// @param represents the material it is a portion of
/// @param amount how much of it there is when it enters the record; of a part, how much it took of
///   its parent; absent where nobody knows
/// @param where where on or in that sample a region lies
public record SampleDescription(
        SampleId sample,
        Optional<Term> form,
        List<ScopedName> names,
        Nature nature,
        Optional<SampleId> regionOf,
        Optional<MaterialId> represents,
        Optional<Quantity> amount,
        Optional<RegionPlace> where) {

    public SampleDescription {
        names = List.copyOf(names);
        if ((nature == Nature.REGION) != regionOf.isPresent()) {
            throw new IllegalArgumentException(
                    """
                    The sample (%s) is of nature %s, but "regionOf" is %s.
                    Maybe set both: a region names the sample it lies in.\
                    """
                            .formatted(
                                    sample,
                                    nature.wireName(),
                                    regionOf.isPresent() ? "given" : "missing"));
        }
        if (where.isPresent() && regionOf.isEmpty()) {
            throw new IllegalArgumentException(
                    """
                    The sample (%s) is no region, but "where" is given.
                    Maybe it lies in another sample: name that in "regionOf".\
                    """
                            .formatted(sample));
        }
    }

    /// A sample of unknown amount.
    public SampleDescription(
            SampleId sample,
            Optional<Term> form,
            List<ScopedName> names,
            Nature nature,
            Optional<SampleId> regionOf,
            Optional<MaterialId> represents) {
        this(sample, form, names, nature, regionOf, represents, Optional.empty(), Optional.empty());
    }

    /// A sample that is no region, or one of which it is not said where it lies.
    public SampleDescription(
            SampleId sample,
            Optional<Term> form,
            List<ScopedName> names,
            Nature nature,
            Optional<SampleId> regionOf,
            Optional<MaterialId> represents,
            Optional<Quantity> amount) {
        this(sample, form, names, nature, regionOf, represents, amount, Optional.empty());
    }

    /// A place on or in a sample.
    public static SampleDescription region(
            SampleId sample, SampleId of, RegionPlace where, ScopedName... names) {
        return new SampleDescription(
                sample,
                Optional.empty(),
                List.of(names),
                Nature.REGION,
                Optional.of(of),
                Optional.empty(),
                Optional.empty(),
                Optional.of(where));
    }

    /// A physical sample of which only the identity is known.
    public static SampleDescription of(SampleId sample) {
        return new SampleDescription(
                sample,
                Optional.empty(),
                List.of(),
                Nature.PHYSICAL,
                Optional.empty(),
                Optional.empty());
    }

    /// A physical sample with a form and names.
    public static SampleDescription of(SampleId sample, Term form, ScopedName... names) {
        return new SampleDescription(
                sample,
                Optional.of(form),
                List.of(names),
                Nature.PHYSICAL,
                Optional.empty(),
                Optional.empty());
    }

    /// The same with an amount.
    public SampleDescription amounting(Quantity much) {
        return new SampleDescription(
                sample, form, names, nature, regionOf, represents, Optional.of(much), where);
    }
}
