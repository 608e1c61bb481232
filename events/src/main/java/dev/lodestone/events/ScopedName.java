package dev.lodestone.events;

/// A name somebody uses for a thing, with whose name it is: `iwt-bremen / 02`. Two labs may use the
/// same name for different samples; a scope may not.
///
/// @param scope who uses the name: a lab, a database, a project
/// @param name the name as written
public record ScopedName(String scope, String name) {
    public ScopedName {
        if (scope.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "A name needs a scope and a text; got scope (%s), name (%s)."
                            .formatted(scope, name));
        }
        if (ControlCharacters.areIn(scope) || ControlCharacters.areIn(name)) {
            throw new IllegalArgumentException(
                    """
                    The name (%s:%s) holds a control character.
                    Maybe a line end or tab came along when it was copied.\
                    """
                            .formatted(scope, name));
        }
    }

    @Override
    public String toString() {
        return scope + ":" + name;
    }
}
