package dev.lodestone.query.balance;

import dev.lodestone.query.balance.BalanceLine.Role;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goes through the life of one sample and keeps account of how much there is. Mass, volume and so
/// on are kept apart: nothing here knows a density.
final class Reckoning {
    private final Life life;
    private final Optional<Held> workedOut;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Map<String, Map<String, Held>> before = new LinkedHashMap<>();
    private final List<BalanceLine> lines = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> findings = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean entered;

    /// @param workedOut what entered by a merge that does not state it, from what went in
    Reckoning(Life life, Optional<Held> workedOut) {
        this.life = life;
        this.workedOut = workedOut;
        for (var event : life.events()) {
            before.put(event.get("event"), Map.copyOf(held));
            notes.clear();
            if (event.isTrue("orderAssumed")) {
                notes.add("its place in the order is assumed");
            }
            enter(event);
            find(event);
            use(event);
            give(event);
            end(event);
            change(event);
        }
        if (!entered && held.isEmpty()) {
            unknown.add("how much there was when the sample entered the record");
        }
        boolean vague = held.values().stream().anyMatch(h -> h.si().uncertainty().isEmpty());
        if (vague) {
            unknown.add("the uncertainty of some of the amounts, and so that of what remains");
        }
    }

    List<BalanceLine> lines() {
        return lines;
    }

    List<String> unknown() {
        return List.copyOf(unknown);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    List<Amount> remains() {
        return held.values().stream().filter(h -> !h.overdrawn()).map(Held::shown).toList();
    }

    /// What there was, by dimension, just before an event.
    Map<String, Held> before(String event) {
        return before.getOrDefault(event, Map.of());
    }

    private void enter(Row event) {
        for (var row : life.entries(event, "entered")) {
            Life.amount(row)
                    .ifPresentOrElse(
                            amount -> {
                                entered = true;
                                set(amount);
                                line(Role.ENTERED, event, row, Optional.of(amount), false);
                            },
                            () -> line(Role.ENTERED, event, row, Optional.empty(), false));
        }
        boolean made =
                life.madeOf().stream().anyMatch(r -> r.get("event").equals(event.get("event")));
        if (made && !entered && workedOut.isPresent()) {
            entered = true;
            set(workedOut.get());
            notes.add("the sum of what went in, as if nothing was lost");
            line(Role.ENTERED, event, event, workedOut, true);
            notes.removeLast();
        }
    }

    /// Shown in the unit of the first amount, whatever the later ones are in.
    private void set(Held amount) {
        held.merge(key(amount), amount, (first, now) -> Held.of(now.si(), first.unit()));
    }

    private void find(Row event) {
        for (var row : life.entries(event, "found")) {
            var found = Life.amount(row);
            found.ifPresent(amount -> {
                Optional.ofNullable(held.get(key(amount)))
                        .filter(Held::known)
                        .ifPresent(reckoned -> compare(reckoned, amount, event));
                set(amount);
            });
            line(Role.FOUND, event, row, found, false);
            notes.removeIf(note -> note.contains(" was found where "));
        }
    }

    private void compare(Held reckoned, Held found, Row event) {
        var difference = found.si().minus(reckoned.si());
        if (difference.value().signum() == 0) {
            return;
        }
        var words =
                "%s was found where %s was reckoned"
                        .formatted(
                                Amount.of(found.si(), reckoned.unit(), false).text(),
                                reckoned.shown().text());
        notes.add(words);
        boolean stated = difference.uncertainty().isPresent();
        if (stated
                && Math.abs(difference.value().doubleValue())
                        > 2 * difference.statedUncertainty()) {
            findings.add(words + " (" + Life.kind(event) + "): more than the uncertainty explains");
        }
    }

    private void use(Row event) {
        for (var row : life.entries(event, "used")) {
            take(Role.USED, event, row, Life.amount(row));
        }
    }

    private void give(Row event) {
        boolean wholly = !life.entries(event, "givenWholly").isEmpty();
        for (var row : life.entries(event, "given")) {
            var amount = Life.amount(row);
            if (amount.isEmpty() && wholly) {
                line(Role.GIVEN_WHOLLY, event, row, all(), !held.isEmpty());
            } else {
                take(Role.GIVEN, event, row, amount);
            }
        }
    }

    private Optional<Held> all() {
        return held.values().stream().filter(h -> !h.overdrawn()).findFirst();
    }

    private void take(Role role, Row event, Row row, Optional<Held> amount) {
        line(role, event, row, amount, false);
        var key = amount.map(Reckoning::key).orElse("");
        held.replaceAll((dimension, h) ->
                dimension.equals(key) ? h.less(amount.orElseThrow().si()) : h.vaguely());
        if (amount.isEmpty()) {
            unknown.add("how much was taken by " + Life.kind(event) + to(row));
        } else if (!held.isEmpty() && !held.containsKey(key)) {
            unknown.add(
                    "how much %s is in the dimension of what is kept account of (%s%s)"
                            .formatted(amount.get().shown().text(), Life.kind(event), to(row)));
        }
        var left = held.get(key);
        if (left != null && left.overdrawn()) {
            findings.add(
                    "more was taken than there was: %s too much by %s%s"
                            .formatted(
                                    Amount.of(
                                                    Uncertain.exactly(left.si().value().negate()),
                                                    left.unit(),
                                                    false)
                                            .text(),
                                    Life.kind(event),
                                    to(row)));
        }
    }

    private String to(Row row) {
        return life.other(row).map(other -> " to " + other).orElse("");
    }

    private void end(Row event) {
        for (var role : List.of("destroyed", "consumed")) {
            for (var row : life.entries(event, role)) {
                var as = role.equals("destroyed") ? Role.DESTROYED : Role.CONSUMED;
                line(as, event, row, all(), !held.isEmpty());
                finish();
            }
        }
        if (!life.entries(event, "givenWholly").isEmpty()) {
            boolean stated =
                    life.entries(event, "given").stream().allMatch(r -> Life.amount(r).isPresent());
            for (var left : held.values()) {
                if (stated && left.known() && left.si().value().signum() > 0) {
                    unknown.add(
                            "what became of %s that %s did not account for"
                                    .formatted(left.shown().text(), Life.kind(event)));
                }
            }
            finish();
        }
    }

    private void finish() {
        held.replaceAll((_, h) -> Held.of(Uncertain.exactly(java.math.BigDecimal.ZERO), h.unit()));
        entered = true;
    }

    private void change(Row event) {
        boolean said =
                !life.entries(event, "used").isEmpty() || !life.entries(event, "found").isEmpty();
        if (!held.isEmpty() && !said && !life.entries(event, "changed").isEmpty()) {
            unknown.add("whether " + Life.kind(event) + " changed the amount");
        }
    }

    private void line(Role role, Row event, Row row, Optional<Held> amount, boolean workedOut) {
        lines.add(
                new BalanceLine(
                        role,
                        amount.map(Held::shown),
                        workedOut,
                        row.text("other"),
                        life.other(row),
                        Life.kind(event),
                        LabMoment.of(event).when(),
                        event.get("event"),
                        event.get("record"),
                        notes));
    }

    private static String key(Held amount) {
        return amount.unit().dimensionVector();
    }
}
