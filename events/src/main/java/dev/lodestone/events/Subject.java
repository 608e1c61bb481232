package dev.lodestone.events;

import java.util.Optional;

/// What a claim is about when it need not be a sample. Exactly one is given.
public record Subject(
        Optional<SampleId> sample, Optional<MaterialId> material, Optional<WorkflowId> workflow) {
    public Subject {
        if (sample.isPresent()
                ? material.isPresent() || workflow.isPresent()
                : material.isPresent() == workflow.isPresent()) {
            throw new IllegalArgumentException(
                    "A subject is exactly one of \"sample\", \"material\" and \"workflow\".");
        }
    }

    /// About a sample.
    public static Subject of(SampleId sample) {
        return new Subject(Optional.of(sample), Optional.empty(), Optional.empty());
    }

    /// About a material.
    public static Subject of(MaterialId material) {
        return new Subject(Optional.empty(), Optional.of(material), Optional.empty());
    }

    /// About a plan.
    public static Subject of(WorkflowId workflow) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.of(workflow));
    }
}
