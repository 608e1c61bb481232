package dev.lodestone.projections.rdf;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.projections.translate.Node.Literal;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Statements as triples, and back. Safe for many threads.
///
/// TDB2 keeps numbers and times by value, so a statement that comes back may be written
/// differently; {@link #canonical} is the one way of writing both.
public final class RdfSpelling {
    private static final String OWN = "https://w3id.org/lodestone/";
    private static final String STRING = Namespaces.XSD + "string";
    private static final Map<String, Node> WORDS = new ConcurrentHashMap<>();

    private RdfSpelling() {}

    /// The statement as a triple.
    public static Triple triple(Statement statement) {
        return Triple.create(
                resource(statement.subject()),
                word(statement.predicate()),
                object(statement.object()));
    }

    /// The statement that a triple spells.
    ///
    /// @throws IllegalArgumentException if the triple has a blank node, which no statement has
    public static Statement statement(Triple triple) {
        return new Statement(
                iri(triple.getSubject()), iri(triple.getPredicate()), object(triple.getObject()));
    }

    /// The statement as it comes back from a graph: numbers and times written in one way.
    public static Statement canonical(Statement statement) {
        return switch (statement.object()) {
            case Resource _ -> statement;
            case Literal(var lexical, var datatype) ->
                    new Statement(
                            statement.subject(),
                            statement.predicate(),
                            new Literal(canonical(lexical, datatype), datatype));
        };
    }

    static Node object(dev.lodestone.projections.translate.Node object) {
        return switch (object) {
            case Resource(var iri) -> resource(iri);
            case Literal(var lexical, var datatype) when datatype.equals(STRING) ->
                    NodeFactory.createLiteralString(lexical);
            case Literal(var lexical, var datatype) ->
                    NodeFactory.createLiteralDT(
                            lexical.equals("Infinity")
                                    ? "INF"
                                    : lexical.equals("-Infinity") ? "-INF" : lexical,
                            NodeFactory.getType(datatype));
        };
    }

    private static dev.lodestone.projections.translate.Node object(Node node) {
        if (node.isLiteral()) {
            String datatype = node.getLiteralDatatypeURI();
            return new Literal(canonical(node.getLiteralLexicalForm(), datatype), datatype);
        }
        return new Resource(iri(node));
    }

    /// Words of the vocabulary come again and again; the things of a laboratory do not.
    private static Node resource(String iri) {
        return iri.startsWith(OWN)
                        || iri.startsWith(Namespaces.UNIT)
                        || iri.startsWith(Namespaces.PROV)
                ? word(iri)
                : NodeFactory.createURI(iri);
    }

    private static Node word(String iri) {
        Node known = WORDS.get(iri);
        return known == null ? WORDS.computeIfAbsent(iri, NodeFactory::createURI) : known;
    }

    private static String iri(Node node) {
        if (!node.isURI()) {
            throw new IllegalArgumentException("(%s) is not an IRI.".formatted(node));
        }
        return node.getURI();
    }

    private static String canonical(String lexical, String datatype) {
        if (!datatype.startsWith(Namespaces.XSD)) {
            return lexical;
        }
        try {
            return switch (datatype.substring(Namespaces.XSD.length())) {
                case "double" -> canonicalDouble(lexical);
                case "decimal" -> {
                    var value = new BigDecimal(lexical).stripTrailingZeros();
                    yield value.signum() == 0 ? "0" : value.toPlainString();
                }
                case "integer" -> new BigInteger(lexical).toString();
                case "boolean" ->
                        lexical.equals("1") ? "true" : lexical.equals("0") ? "false" : lexical;
                case "dateTime" -> canonicalTime(lexical);
                default -> lexical;
            };
        } catch (NumberFormatException e) {
            return lexical;
        }
    }

    private static String canonicalDouble(String lexical) {
        return switch (lexical) {
            case "INF" -> "Infinity";
            case "-INF" -> "-Infinity";
            default -> Double.toString(Double.parseDouble(lexical));
        };
    }

    /// Without zeros at the end of the fraction of a second.
    private static String canonicalTime(String lexical) {
        int dot = lexical.indexOf('.');
        if (dot < 0) {
            return lexical;
        }
        int end = dot + 1;
        while (end < lexical.length() && Character.isDigit(lexical.charAt(end))) {
            end++;
        }
        int last = end;
        while (last > dot + 1 && lexical.charAt(last - 1) == '0') {
            last--;
        }
        return lexical.substring(0, last == dot + 1 ? dot : last) + lexical.substring(end);
    }
}
