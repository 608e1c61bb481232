package dev.lodestone.projections.property;

import dev.lodestone.ontology.Namespaces;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How the words of the ontology are written in the property graph, and the way back: the one
/// table. A word without a row is spelled by rule from its name, so that a new term needs no row.
public final class GraphSpelling {
    private static final String RELATIONSHIPS =
            """
            # predicate                 as a relationship   which way
            ls:onSample                 ON                  forward
            ls:happenedTo               HAPPENED_TO         forward
            ls:onState                  OF_STATE            forward
            ls:operator                 BY                  forward
            ls:instrument               WITH                forward
            ls:place                    AT                  forward
            ls:parameter                HAS_PARAMETER       forward
            ls:condition                UNDER               forward
            ls:derivedFromSample        DERIVED_FROM        forward
            ls:previousState            PREVIOUS            forward
            ls:currentState             CURRENT             forward
            ls:nextStep                 NEXT                forward
            ls:reward                   HAS_REWARD          forward
            ls:record                   STATED_BY           forward
            prov:used                   USED                forward
            prov:specializationOf       STATE_OF            forward
            prov:wasGeneratedBy         GENERATED           backward
            prov:wasInvalidatedBy       ENDED               backward
            prov:wasDerivedFrom         WAS_DERIVED_FROM    forward
            prov:wasRevisionOf          REVISION_OF         forward
            prov:wasAssociatedWith      ASSOCIATED_WITH     forward
            prov:wasAttributedTo        ATTRIBUTED_TO       forward
            dcterms:creator             CREATED_BY          forward
            prov:wasInformedBy          INFORMED_BY         forward
            prov:actedOnBehalfOf        ON_BEHALF_OF        forward
            prov:atLocation             AT_LOCATION         forward
            sosa:usedProcedure          USED_PROCEDURE      forward
            """;

    private static final String KEYS =
            """
            # predicate                 as a key            what a string is, what a number with a point is
            rdfs:label                  label               text        double
            rdfs:comment                comment             text        double
            prov:startedAtTime          start               text        double
            prov:endedAtTime            end                 text        double
            dcterms:title               title               text        double
            dcterms:license             license             text        double
            dcterms:accessRights        access              text        double
            dcat:version                version             text        double
            dcat:mediaType              mediaType           text        double
            dcat:byteSize               byteSize            text        double
            sosa:usedProcedure          method              word        double
            ls:given                    given               word        double
            ls:seeks                    seeks               word        double
            ls:value                    value               text        decimal
            ls:uncertainty              uncertainty         text        decimal
            ls:kind                     kind                word        double
            ls:lifecycle                lifecycle           word        double
            ls:property                 property            word        double
            ls:unit                     unit                word        double
            ls:basis                    basis               word        double
            ls:mode                     mode                word        double
            ls:statistic                statistic           word        double
            ls:valueConcept             valueConcept        word        double
            ls:componentKind            componentKind       word        double
            ls:componentClass           componentClass      word        double
            ls:scale                    scale               word        double
            ls:outcome                  outcome             word        double
            ls:effect                   effect              word        double
            ls:labPrecision             labPrecision        word        double
            ls:because                  because             word        double
            ls:finding                  finding             word        double
            ls:resolutionLevel          resolutionLevel     word        double
            """;

    private static final Map<String, Relation> RELATIONS = new HashMap<>();
    private static final Map<String, Predicate> TYPES = new HashMap<>();
    private static final Map<String, Key> KEY_ROWS = new HashMap<>();
    private static final Map<String, Key> NAMES = new HashMap<>();
    private static final String SI = "_SI";

    static {
        rows(RELATIONSHIPS)
                .forEach(row -> {
                    String predicate = Namespaces.expand(row[0]);
                    boolean forward = row[2].equals("forward");
                    RELATIONS.put(predicate, new Relation(row[1], forward));
                    TYPES.put(row[1], new Predicate(predicate, forward));
                });
        rows(KEYS)
                .forEach(row -> {
                    String predicate = Namespaces.expand(row[0]);
                    var key =
                            new Key(
                                    predicate,
                                    row[1],
                                    row[2].equals("word"),
                                    row[3].equals("decimal"));
                    KEY_ROWS.put(predicate, key);
                    NAMES.put(row[1], key);
                });
    }

    private GraphSpelling() {}

    /// How a predicate between things is written.
    ///
    /// @param forward whether the relationship goes from the subject to the object
    public record Relation(String type, boolean forward) {}

    /// What a relationship says.
    ///
    /// @param forward whether the relationship goes from the subject to the object
    public record Predicate(String iri, boolean forward) {}

    /// How a predicate of values is written.
    ///
    /// @param words whether a string under the key is the short form of a word of the ontology
    /// @param decimals whether a number with a point under the key is an `xsd:decimal`
    public record Key(String predicate, String name, boolean words, boolean decimals) {}

    /// The relationship that a predicate becomes.
    public static Relation relation(String predicate) {
        Relation row = RELATIONS.get(predicate);
        if (row != null) {
            return row;
        }
        if (predicate.startsWith(Namespaces.LS)) {
            String local = predicate.substring(Namespaces.LS.length());
            String upper = upperSnake(local);
            if (camel(upper).equals(local) && !TYPES.containsKey(upper)) {
                return new Relation(upper, true);
            }
        }
        return new Relation(prefixed(predicate), true);
    }

    /// The predicate that became a relationship.
    public static Predicate predicate(String type) {
        Predicate row = TYPES.get(type);
        if (row != null) {
            return row;
        }
        return type.equals(type.toUpperCase(Locale.ROOT)) && type.indexOf(':') < 0
                ? new Predicate(Namespaces.LS + camel(type), true)
                : new Predicate(unprefixed(type), true);
    }

    /// The key that a predicate becomes. Index triples are written `property_SI`.
    public static Key key(String predicate) {
        Key row = KEY_ROWS.get(predicate);
        if (row != null) {
            return row;
        }
        String local = localName(predicate, Namespaces.LSP);
        if (!local.isEmpty()) {
            return new Key(predicate, local + SI, false, false);
        }
        local = localName(predicate, Namespaces.LS);
        boolean plain = !local.isEmpty() && !local.contains("_") && !NAMES.containsKey(local);
        return new Key(
                predicate,
                plain && !local.equals("uri") ? local : prefixed(predicate),
                false,
                false);
    }

    /// The way back from {@link #key}.
    public static Key keyNamed(String name) {
        Key row = NAMES.get(name);
        if (row != null) {
            return row;
        }
        if (name.endsWith(SI)) {
            String local = name.substring(0, name.length() - SI.length());
            return new Key(Namespaces.LSP + local, name, false, false);
        }
        boolean plain = name.indexOf('_') < 0 && name.indexOf(':') < 0;
        return new Key(plain ? Namespaces.LS + name : unprefixed(name), name, false, false);
    }

    /// The label that a class becomes: its name, for our own classes and PROV's.
    public static String label(String type) {
        String local = localName(type, Namespaces.LS);
        if (local.isEmpty()) {
            local = localName(type, Namespaces.PROV);
        }
        boolean ours = !local.isEmpty() && !local.contains("_") && type.equals(typeNamed(local));
        return ours ? local : prefixed(type);
    }

    /// The way back from {@link #label}.
    public static String typeNamed(String label) {
        if (label.indexOf('_') >= 0 || label.indexOf(':') >= 0) {
            return unprefixed(label);
        }
        return switch (label) {
            case "Activity",
                    "Agent",
                    "Bundle",
                    "Collection",
                    "Entity",
                    "Location",
                    "Organization",
                    "Person",
                    "Plan",
                    "SoftwareAgent" ->
                    Namespaces.PROV + label;
            default -> Namespaces.LS + label;
        };
    }

    private static Iterable<String[]> rows(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+"))
                .toList();
    }

    private static String localName(String iri, String namespace) {
        if (!iri.startsWith(namespace)) {
            return "";
        }
        String local = iri.substring(namespace.length());
        return local.matches("[A-Za-z0-9_]+") ? local : "";
    }

    /// `prefix_name`, or the whole IRI where no prefix is known or the way back would lead
    /// elsewhere.
    private static String prefixed(String iri) {
        String curie = Namespaces.shorten(iri);
        String name = curie.replaceFirst(":", "_");
        return !curie.equals(iri) && unprefixed(name).equals(iri) ? name : iri;
    }

    private static String unprefixed(String name) {
        int line = name.indexOf('_');
        if (name.indexOf(':') >= 0 || line < 0) {
            return name;
        }
        String namespace = Namespaces.prefixes().get(name.substring(0, line));
        return namespace == null ? name : namespace + name.substring(line + 1);
    }

    private static String upperSnake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static String camel(String upperSnake) {
        var text = new StringBuilder();
        for (var part : upperSnake.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(
                    text.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return text.toString();
    }
}
