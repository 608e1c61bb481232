package dev.lodestone.projections.translate;

import dev.lodestone.events.Id;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What one record says, kept apart by who else may say the same.
final class Said implements Claims {
    final Set<Statement> header = new LinkedHashSet<>();
    final Set<Statement> own = new HashSet<>();
    final Set<Statement> event = new HashSet<>();
    final Map<Id, Set<Statement>> shared = new LinkedHashMap<>();

    @Override
    public void header(Statement statement) {
        header.add(statement);
    }

    @Override
    public void own(Statement statement) {
        own.add(statement);
    }

    @Override
    public void event(Statement statement) {
        event.add(statement);
    }

    @Override
    public void shared(Id thing, Statement statement) {
        shared.computeIfAbsent(thing, _ -> new LinkedHashSet<>()).add(statement);
    }

    @Override
    public void index(Id thing, Statement statement) {
        shared(thing, statement);
    }
}
