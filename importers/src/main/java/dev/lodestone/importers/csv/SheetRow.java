package dev.lodestone.importers.csv;

import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.TimeColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A row of a sheet of samples, and what it means by its mapping.
final class SheetRow implements SourceEntry {
    private final SheetMapping mapping;
    private final CellNumbers numbers;
    private final TableRow row;
    private final Noticed noticed;

    /// @param numbers reads numbers as the mapping says
    /// @param noticed what was found in it before it is mapped
    SheetRow(SheetMapping mapping, CellNumbers numbers, TableRow row, Noticed noticed) {
        this.mapping = mapping;
        this.numbers = numbers;
        this.row = row;
        this.noticed = noticed;
    }

    @Override
    public String locator() {
        return row.place();
    }

    @Override
    public MappedEntry map() {
        return new Reading().entry();
    }

    /// One reading of the row.
    private final class Reading {
        private final SheetCells cells = new SheetCells(mapping, numbers, row, noticed);
        private final String sampleEntity = cells.key(mapping.sample().columns());
        private final SampleId sample = ItemKey.sample(mapping.about().source(), sampleEntity);
        private final String rowEntity = rowEntity();
        private final Map<String, EventId> stated = new LinkedHashMap<>();
        private final Set<String> mapped = new LinkedHashSet<>();
        private final List<DroppedField> dropped = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>(noticed.findings());
        private final List<MappedItem> items = new ArrayList<>();

        private String rowEntity() {
            var key =
                    mapping.row().columns().isEmpty()
                            ? sampleEntity
                            : sampleEntity + "/" + cells.keyOrMissing(mapping.row().columns());
            return mapping.row().replicates() ? key + "/" + cells.contentHash() : key;
        }

        MappedEntry entry() {
            mapped.addAll(mapping.sample().columns());
            mapping.longForm().ifPresent(form -> mapped.add(form.property()));
            register();
            mapping.events().forEach(this::event);
            mapping.columns().forEach(this::leaveOut);
            return new MappedEntry(items, mapped, dropped, findings);
        }

        private void register() {
            var names =
                    mapping.sample().name().stream()
                            .map(pattern ->
                                    new ScopedName(
                                            mapping.about().source().value(),
                                            cells.filled(pattern)))
                            .toList();
            var description =
                    new SampleDescription(
                            sample,
                            mapping.sample().form(),
                            names,
                            dev.lodestone.events.Nature.PHYSICAL,
                            Optional.empty(),
                            Optional.empty());
            add(
                    SheetMapping.REGISTRATION,
                    sampleEntity,
                    new SampleRegistered(Occurrence.UNKNOWN, List.of(description)),
                    sampleEntity,
                    Map.of());
        }

        private void event(String role, EventForm form) {
            var values = new LinkedHashMap<String, ValueColumn>();
            var verbatim = new TreeMap<String, String>();
            mapping.columns()
                    .forEach((name, column) -> {
                        if (column instanceof ValueColumn value
                                && value.role().equals(role)
                                && cells.isGiven(name)) {
                            values.put(name, value);
                        } else if (column instanceof SheetMapping.VerbatimColumn(var where)
                                && where.equals(role)
                                && cells.isGiven(name)) {
                            verbatim.put(name, row.cell(name));
                        }
                    });
            boolean saysSomething =
                    form.sort() == SheetMapping.EventSort.PROCESS
                            ? !values.isEmpty()
                            : values.values().stream().anyMatch(v -> v.part() == Part.RESULT);
            if (!saysSomething) {
                values.keySet()
                        .forEach(name ->
                                dropped.add(
                                        new DroppedField(
                                                name,
                                                "its row has no result it could be a"
                                                        + " condition of")));
                return;
            }
            mapped.addAll(values.keySet());
            add(
                    role,
                    form.ofRow() ? rowEntity : sampleEntity,
                    new EventValues(cells, values).event(form, sample, when(role, form)),
                    cells.content(values.keySet(), told(role, verbatim.keySet())),
                    verbatim);
        }

        /// What the record keeps besides its values.
        private Set<String> told(String role, Set<String> verbatim) {
            var told = new LinkedHashSet<>(verbatim);
            timeColumn(role).ifPresent(column -> told.add(column.getKey()));
            return told;
        }

        private Optional<Map.Entry<String, TimeColumn>> timeColumn(String role) {
            return cells.timeColumn(role).filter(column -> cells.isGiven(column.getKey()));
        }

        private LabTime when(String role, EventForm form) {
            var after =
                    form.after().stream()
                            .flatMap(earlier -> Optional.ofNullable(stated.get(earlier)).stream())
                            .toArray(EventId[]::new);
            var time =
                    timeColumn(role)
                            .map(column -> {
                                mapped.add(column.getKey());
                                return LabTime.on(cells.day(column.getKey(), column.getValue()));
                            })
                            .orElse(LabTime.UNKNOWN);
            return after.length == 0 ? time : time.withAfter(after);
        }

        private void add(
                String role,
                String entity,
                ProvenanceEvent event,
                String content,
                Map<String, String> verbatim) {
            var key = new ItemKey(mapping.about().source(), entity, role);
            stated.put(role, key.event());
            items.add(MappedItem.of(key, event, content, row.locator()).keeping(verbatim));
        }

        private void leaveOut(String name, SheetMapping.Column column) {
            switch (column) {
                case SumColumn sum ->
                        dropped.add(
                                new DroppedField(
                                        name, "the sum of " + String.join(", ", sum.of())));
                case SheetMapping.IgnoredColumn(var why) -> {
                    if (cells.isGiven(name)) {
                        dropped.add(new DroppedField(name, why));
                    }
                }
                case SheetMapping.IdentityColumn _ -> {
                    if (cells.isGiven(name)) {
                        mapped.add(name);
                    }
                }
                case ValueColumn _, SheetMapping.VerbatimColumn _, TimeColumn _ -> {}
            }
            if (!row.cell(name).isEmpty() && !cells.isGiven(name)) {
                dropped.add(new DroppedField(name, "says there is no value: " + row.cell(name)));
            }
        }
    }
}
