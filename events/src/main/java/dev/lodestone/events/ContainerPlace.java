package dev.lodestone.events;

import java.util.Optional;

/// Where in a container something stands.
///
/// @param position as the container's own labels say (`B7`, `shelf 2`); absent where nobody says
public record ContainerPlace(ContainerId container, Optional<String> position) {
    /// Somewhere in a container.
    public static ContainerPlace in(String container) {
        return new ContainerPlace(new ContainerId(container), Optional.empty());
    }

    /// At a position of a container.
    public static ContainerPlace at(String container, String position) {
        return new ContainerPlace(new ContainerId(container), Optional.of(position));
    }
}
