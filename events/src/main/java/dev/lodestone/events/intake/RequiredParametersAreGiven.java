package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.ontology.Ontology;

/// A process carries the parameters without which its kind says nothing, as the ontology declares
/// them.
final class RequiredParametersAreGiven implements IntakeRule {
    private final Ontology ontology = Ontology.lodestone();

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        if (draft.stated() instanceof SampleProcessed processed) {
            ontology.findKind(processed.process()).stream()
                    .flatMap(kind -> kind.requiredParameters().stream())
                    .filter(required ->
                            processed.parameters().stream()
                                    .noneMatch(p -> p.property().equals(required)))
                    .forEach(missing ->
                            complaints.add(
                                    "/parameters",
                                    "The process (%s) lacks its parameter (%s)."
                                            .formatted(processed.process(), missing),
                                    "use a more general process kind where it is not known."));
        }
    }
}
