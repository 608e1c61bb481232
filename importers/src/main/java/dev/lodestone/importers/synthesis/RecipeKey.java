package dev.lodestone.importers.synthesis;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How recipes, which have no identifier, are known: by a hash of what makes them what they are.
final class RecipeKey {
    private static final int OF_THE_HASH = 32;

    private RecipeKey() {}

    /// The hash over parts of a recipe, in the order given.
    static String hash(JsonNode... parts) {
        return Hashes.sha256(
                        Stream.of(parts).map(Fields::canonical).collect(Collectors.joining("\n")))
                .substring(0, OF_THE_HASH);
    }

    static WorkflowId workflow(String hash) {
        return new WorkflowId("recipe-" + hash);
    }

    static ItemKey plan(SourceId source, String hash) {
        return new ItemKey(source, "recipe/" + hash, "plan");
    }

    /// What is known of a recipe besides its steps.
    static MappedItem facts(
            SourceId source, String hash, List<Value> values, String content, String place) {
        return MappedItem.of(
                new ItemKey(source, "recipe/" + hash, "facts"),
                new ValuesAsserted(
                        Occurrence.UNKNOWN,
                        Subject.of(workflow(hash)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        values),
                content,
                place);
    }

    /// The paper.
    static Optional<Value> reportedIn(Fields part) {
        return part.text("/doi")
                .map(doi ->
                        Value.ofText(Term.of("lsp:reportedIn"), HowKnown.EXTRACTED, "doi:" + doi)
                                .at("/doi")
                                .noting(
                                        "Extracted from the text by a program; the steps are in the"
                                                + " order of the text."));
    }
}
