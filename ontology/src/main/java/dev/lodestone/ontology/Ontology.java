package dev.lodestone.ontology;

import dev.lodestone.ontology.internal.OntologyFiles;
import dev.lodestone.ontology.internal.OntologyReader;
import dev.lodestone.ontology.internal.OntologyReader.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The words Lodestone speaks: properties, kinds, units and classes, read once from the Turtle on
/// the class path. Immutable and safe to share.
public final class Ontology {
    private static final int MOST_SUGGESTIONS = 3;

    private final Words words;
    private final Map<Term, Property> properties = new TreeMap<>();
    private final Map<Term, Kind> kinds = new TreeMap<>();
    private final Map<Term, Unit> units = new TreeMap<>();
    private final Map<String, Property> propertyNames = new HashMap<>();
    private final Map<Scheme, Map<String, Kind>> kindNames = new HashMap<>();
    private final Map<String, Unit> unitNames;

    private Ontology(Words words) {
        this.words = words;
        words.properties().forEach(property -> properties.put(property.term(), property));
        words.kinds().forEach(kind -> kinds.put(kind.term(), kind));
        words.units().forEach(unit -> units.put(unit.term(), unit));
        for (var property : properties.values()) {
            propertyNames.put(plain(property.label()), property);
            propertyNames.put(plain(property.term().localName()), property);
        }
        for (var property : properties.values()) {
            property.aliases().forEach(name -> propertyNames.putIfAbsent(plain(name), property));
        }
        for (var kind : kinds.values()) {
            var names = kindNames.computeIfAbsent(kind.scheme(), scheme -> new HashMap<>());
            names.put(plain(kind.label()), kind);
            names.put(plain(kind.term().localName()), kind);
        }
        for (var kind : kinds.values()) {
            var names = kindNames.getOrDefault(kind.scheme(), Map.of());
            kind.aliases().forEach(name -> names.putIfAbsent(plain(name), kind));
        }
        unitNames = unitNames();
    }

    /// The ontology this version was built with.
    public static Ontology lodestone() {
        return Holder.LODESTONE;
    }

    /// The property with this name.
    public Optional<Property> findProperty(Term term) {
        return Optional.ofNullable(properties.get(term));
    }

    /// The property with this label, local name or alias, whatever the case and spacing.
    public Optional<Property> findProperty(String labelOrAlias) {
        return Optional.ofNullable(propertyNames.get(plain(labelOrAlias)));
    }

    /// The property with this name.
    ///
    /// @throws UnknownTerm with the nearest names
    public Property property(Term term) {
        return findProperty(term)
                .orElseThrow(() ->
                        new UnknownTerm(
                                "property",
                                term.curie(),
                                nearest(term.localName(), properties.keySet())));
    }

    /// The kind with this name.
    public Optional<Kind> findKind(Term term) {
        return Optional.ofNullable(kinds.get(term));
    }

    /// The kind of a list with this label, local name or alias, whatever the case and spacing.
    public Optional<Kind> findKind(Scheme scheme, String labelOrAlias) {
        return Optional.ofNullable(
                kindNames.getOrDefault(scheme, Map.of()).get(plain(labelOrAlias)));
    }

    /// The kind with this name.
    ///
    /// @throws UnknownTerm with the nearest names
    public Kind kind(Term term) {
        return findKind(term)
                .orElseThrow(() ->
                        new UnknownTerm(
                                "kind", term.curie(), nearest(term.localName(), kinds.keySet())));
    }

    /// All kinds of a list, by name.
    public List<Kind> kinds(Scheme scheme) {
        return kinds.values().stream().filter(kind -> kind.scheme() == scheme).toList();
    }

    /// The unit with this short form, IRI, symbol, UCUM code or alias. Case counts (mPa, MPa);
    /// spaces and the choice among look-alike signs (µ, Å, ·) do not.
    public Optional<Unit> findUnit(String name) {
        var exact = unitNames.get(name);
        return Optional.ofNullable(exact == null ? unitNames.get(unitSpelling(name)) : exact);
    }

    /// The unit with this name.
    ///
    /// @throws UnknownTerm with the nearest names
    public Unit unit(Term term) {
        var unit = units.get(term);
        if (unit == null) {
            throw new UnknownTerm("unit", term.curie(), nearest(term.localName(), units.keySet()));
        }
        return unit;
    }

    /// All properties, by name.
    public List<Property> properties() {
        return List.copyOf(properties.values());
    }

    /// All units, by name.
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /// The legal edges of the graph.
    public List<Relation> relations() {
        return words.relations();
    }

    /// All classes above this one, the nearest first, without itself; those of PROV and SOSA
    /// included.
    public List<Term> superclasses(Term type) {
        var found = new LinkedHashSet<Term>();
        var open = new ArrayList<>(words.superclasses().getOrDefault(type, List.of()));
        for (var i = 0; i < open.size(); i++) {
            if (found.add(open.get(i))) {
                open.addAll(words.superclasses().getOrDefault(open.get(i), List.of()));
            }
        }
        found.remove(type);
        return List.copyOf(found);
    }

    /// What the term is called in English.
    public Optional<String> label(Term term) {
        return Optional.ofNullable(words.labels().get(term));
    }

    /// What the term means.
    public Optional<String> definition(Term term) {
        return Optional.ofNullable(words.definitions().get(term));
    }

    /// Whether the Turtle says what this term is. Only IRIs in namespaces of our own can be
    /// expected to be defined here.
    public boolean isDefined(Term term) {
        return words.labels().containsKey(term);
    }

    /// Every term the Turtle defines, reused ones included, by name.
    public List<Term> terms() {
        return words.labels().keySet().stream().sorted().toList();
    }

    /// The nearest known names, best first, as short forms; for "Maybe …".
    public List<String> suggestions(Term term) {
        return nearest(term.localName(), words.labels().keySet());
    }

    /// The nearest known names, best first, as short forms; for "Maybe …".
    public List<String> suggestions(String name) {
        return nearest(name.substring(name.lastIndexOf(':') + 1), words.labels().keySet());
    }

    /// SHA-256 over the Turtle that [#turtleFiles()] gives, units included, in hexadecimal.
    public String fingerprint() {
        return words.fingerprint();
    }

    /// The Turtle of the ontology, name to bytes, for loading into a graph. Shapes and alignments
    /// are not among them.
    public Map<String, byte[]> turtleFiles() {
        var copy = new LinkedHashMap<String, byte[]>();
        words.files().forEach((name, bytes) -> copy.put(name, bytes.clone()));
        return copy;
    }

    /// The alignments to other vocabularies, name to bytes. No query needs them.
    public Map<String, byte[]> alignmentFiles() {
        return OntologyFiles.alignments();
    }

    /// All SHACL shapes as one Turtle text.
    public String shapesTurtle() {
        return OntologyFiles.shapesTurtle();
    }

    private Map<String, Unit> unitNames() {
        var names = new HashMap<String, Unit>();
        for (var unit : units.values()) {
            names.put(unitSpelling(unit.term().iri()), unit);
            names.put(unitSpelling(unit.term().curie()), unit);
        }
        for (var unit : units.values()) {
            claim(names, unit.symbol(), unit);
            unit.aliases().forEach(alias -> claim(names, alias, unit));
        }
        units.values().forEach(unit -> names.putIfAbsent(unitSpelling(unit.ucum()), unit));
        units.values()
                .forEach(unit -> names.putIfAbsent(unitSpelling(unit.term().localName()), unit));
        names.remove("");
        return Map.copyOf(names);
    }

    private static void claim(Map<String, Unit> names, String name, Unit unit) {
        var spelling = unitSpelling(name);
        if (spelling.isEmpty()) {
            return;
        }
        var holder = names.putIfAbsent(spelling, unit);
        if (holder != null && !holder.equals(unit)) {
            throw new IllegalStateException(
                    "The spelling (%s) stands for two units, %s and %s."
                            .formatted(name, holder.term(), unit.term()));
        }
    }

    private static String unitSpelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replace('\u22C5', '.')
                .replace('\u00B7', '.')
                .replaceAll("\\s", "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private List<String> nearest(String name, Set<Term> among) {
        var wanted = plain(name);
        var limit = Math.max(2, wanted.length() / 3);
        var distances = new HashMap<Term, Integer>();
        for (var term : among) {
            var local = plain(term.localName());
            var distance = Math.min(distance(wanted, local), labelDistance(wanted, term));
            var contained = wanted.length() > 2 && local.contains(wanted);
            if (distance <= limit || contained) {
                distances.put(term, contained ? Math.min(distance, limit) : distance);
            }
        }
        return distances.entrySet().stream()
                .sorted(
                        Map.Entry.<Term, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST_SUGGESTIONS)
                .map(entry -> entry.getKey().curie())
                .toList();
    }

    private int labelDistance(String wanted, Term term) {
        var label = words.labels().get(term);
        return label == null ? Integer.MAX_VALUE : distance(wanted, plain(label));
    }

    /// Edit distance where a swap of neighbours counts as one.
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var previous = new int[other.length() + 1];
        var current = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            current[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                var best = Math.min(previous[j] + 1, current[j - 1] + 1);
                best = Math.min(best, previous[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                current[j] = best;
            }
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[other.length()];
    }

    private static final class Holder {
        private static final Ontology LODESTONE = new Ontology(OntologyReader.read());
    }
}
