package dev.lodestone.events;

/// A plan of steps.
public record WorkflowId(String value) implements Id {
    public WorkflowId {
        Id.checked("workflow", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
