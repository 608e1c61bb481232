package dev.lodestone.events;

/// A person, organization or program that did or said something. Random by design, so that erasing
/// the agent's own record removes the person.
public record AgentId(String value) implements Id {
    public AgentId {
        Id.checked("agent", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
