package dev.lodestone.query.history;

import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Group;
import dev.lodestone.query.history.Lineage.Link;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A lineage as people read it.
final class LineageText {
    private final StringBuilder out = new StringBuilder();

    private LineageText() {}

    static String of(Lineage lineage) {
        var text = new LineageText();
        text.write(lineage);
        return text.out.toString();
    }

    /// A line of one link, indented by its depth.
    static String line(Link link) {
        var line = new StringBuilder();
        line.repeat("  ", link.depth());
        line.append(link.label());
        link.what().ifPresent(what -> line.append(", by ").append(what));
        link.event().ifPresent(event -> line.append(" · event ").append(Samples.id(event)));
        link.position().ifPresent(position -> line.append(" · position ").append(position));
        return line.append(link.orderAssumed() ? " · order assumed" : "").toString();
    }

    private void write(Lineage lineage) {
        var sample = lineage.sample();
        out.append("Sample ")
                .append(sample.label())
                .append(" (")
                .append(sample.iri())
                .append(")\n");
        out.append("As of log position ").append(lineage.basis()).append(".\n");
        for (var direction : Direction.values()) {
            var links = lineage.links().stream().filter(l -> l.direction() == direction).toList();
            var groups = lineage.groups().stream().filter(g -> g.direction() == direction).toList();
            if (!links.isEmpty() || !groups.isEmpty()) {
                out.append(direction == Direction.UP ? "\nMade from\n" : "\nGave\n");
            }
            if (groups.isEmpty()) {
                links.forEach(link -> out.append(line(link)).append('\n'));
            } else {
                hanging(groups, Optional.empty());
            }
        }
        if (lineage.links().isEmpty() && lineage.groups().isEmpty()) {
            out.append("No split or merge is known.\n");
        }
        if (lineage.cut()) {
            out.append("There is more beyond the limit; ask for a greater depth.\n");
        }
        if (lineage.groups().isEmpty()) {
            lineage.next()
                    .ifPresent(next ->
                            out.append("There are more; the next page begins after ")
                                    .append(next)
                                    .append(".\n"));
        }
    }

    private void hanging(List<Group> groups, Optional<Integer> on) {
        for (var group : groups) {
            if (group.of().equals(on)) {
                group(group);
                hanging(groups, Optional.of(group.number()));
            }
        }
    }

    private void group(Group group) {
        if (group.links() <= group.first().size()) {
            group.first().forEach(link -> out.append(line(link)).append('\n'));
            return;
        }
        out.repeat("  ", group.depth());
        out.append(
                "%,d %s%s of %s"
                        .formatted(
                                group.samples(),
                                group.noun(),
                                group.samples() == 1 ? "" : "s",
                                group.ofLabel()));
        group.lifecycles().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("Active"))
                .forEach(entry ->
                        out.append(
                                ", %,d of them %s"
                                        .formatted(
                                                entry.getValue(),
                                                entry.getKey().toLowerCase(Locale.ROOT))));
        out.append(
                group.first().stream()
                        .map(Link::label)
                        .distinct()
                        .collect(
                                Collectors.joining(", ", " (", group.samples() > 3 ? " …)" : ")")));
        group.what().ifPresent(what -> out.append(", by ").append(what));
        if (group.events() == 1) {
            var link = group.first().getFirst();
            link.event().ifPresent(event -> out.append(" · event ").append(Samples.id(event)));
            link.position().ifPresent(position -> out.append(" · position ").append(position));
        } else {
            out.append(" · %,d events".formatted(group.events()));
        }
        out.append(
                group.orderAssumed() > 0
                        ? " · order assumed of %,d\n".formatted(group.orderAssumed())
                        : "\n");
    }
}
