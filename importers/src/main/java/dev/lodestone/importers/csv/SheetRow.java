package dev.lodestone.importers.csv;

import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.Specimen;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.TimeColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        private final String sampleEntity = cells.sample();
        private final String rowEntity = rowEntity();
        private final SampleId sample = ItemKey.sample(mapping.about().source(), sampleEntity);
        private final Map<String, ToldEvent> events = new LinkedHashMap<>();
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
            mapping.sample().mayLack().stream().filter(cells::isGiven).forEach(mapped::add);
            mapping.longForm().ifPresent(form -> mapped.add(form.property()));
            mapping.events()
                    .forEach((role, form) ->
                            events.put(role, ToldEvent.of(mapping, cells, role, form)));
            register();
            var specimen = mapping.row().specimen();
            forms(false).forEach(this::event);
            specimen.ifPresent(this::cut);
            forms(true).forEach(this::event);
            mapping.columns().forEach(this::leaveOut);
            return new MappedEntry(items, mapped, dropped, findings);
        }

        /// The events of the sample, or of the row; without a specimen all at once, in the order of
        /// the mapping.
        private Map<String, EventForm> forms(boolean ofRow) {
            var forms = new LinkedHashMap<>(mapping.events());
            if (mapping.row().specimen().isPresent()) {
                forms.values().removeIf(form -> form.ofRow() != ofRow);
            } else if (ofRow) {
                forms.clear();
            }
            return forms;
        }

        private void register() {
            var verbatim = ToldEvent.verbatim(mapping, cells, SheetMapping.REGISTRATION);
            add(
                    SheetMapping.REGISTRATION,
                    sampleEntity,
                    new SampleRegistered(
                            Occurrence.UNKNOWN,
                            List.of(
                                    description(
                                            sample,
                                            mapping.sample().form(),
                                            mapping.sample().name()))),
                    verbatim.isEmpty()
                            ? sampleEntity
                            : sampleEntity + "/" + cells.content(verbatim.keySet()),
                    verbatim);
        }

        private SampleDescription description(
                SampleId of, Optional<Term> form, Optional<String> name) {
            var names =
                    name.stream()
                            .map(cells::filled)
                            .filter(text -> !text.isBlank())
                            .map(text -> new ScopedName(mapping.about().source().value(), text))
                            .toList();
            return new SampleDescription(
                    of, form, names, Nature.PHYSICAL, Optional.empty(), Optional.empty());
        }

        /// The specimen of the row is cut; what an event does not take of the row stays with it.
        private void cut(Specimen specimen) {
            var left = new TreeMap<>(ToldEvent.verbatim(mapping, cells, SheetMapping.SPECIMEN));
            events.forEach((role, event) -> {
                if (!event.isTold() && Objects.requireNonNull(mapping.events().get(role)).ofRow()) {
                    event.columns().forEach(name -> left.put(name, cells.text(name)));
                }
            });
            add(
                    SheetMapping.SPECIMEN,
                    rowEntity,
                    new SampleSplit(
                            Occurrence.at(after(LabTime.UNKNOWN, specimen.after())),
                            sample,
                            List.of(description(specimen(), specimen.form(), specimen.name())),
                            false,
                            specimen.cut(),
                            List.of()),
                    left.isEmpty() ? rowEntity : rowEntity + "/" + cells.content(left.keySet()),
                    left);
        }

        private SampleId specimen() {
            return ItemKey.sample(
                    mapping.about().source(), rowEntity + "/" + SheetMapping.SPECIMEN);
        }

        private void event(String role, EventForm form) {
            var event = Objects.requireNonNull(events.get(role));
            boolean ofSpecimen = form.ofRow() && mapping.row().specimen().isPresent();
            if (!event.isTold()) {
                if (!ofSpecimen) {
                    event.columns()
                            .forEach(name ->
                                    dropped.add(
                                            new DroppedField(name, event.untold().orElseThrow())));
                }
                return;
            }
            mapped.addAll(event.values().keySet());
            var told = event.columns();
            timeColumn(role).ifPresent(column -> told.add(column.getKey()));
            add(
                    role,
                    form.ofRow() ? rowEntity : sampleEntity,
                    new EventValues(cells, event.values())
                            .event(form, ofSpecimen ? specimen() : sample, when(role, form)),
                    cells.content(told),
                    event.verbatim());
        }

        private Optional<Map.Entry<String, TimeColumn>> timeColumn(String role) {
            return cells.timeColumn(role).filter(column -> cells.isGiven(column.getKey()));
        }

        private LabTime when(String role, EventForm form) {
            var time =
                    timeColumn(role)
                            .map(column -> {
                                mapped.add(column.getKey());
                                return LabTime.on(cells.day(column.getKey(), column.getValue()));
                            })
                            .orElse(LabTime.UNKNOWN);
            var before = new ArrayList<>(form.after());
            if (form.ofRow()) {
                before.add(SheetMapping.SPECIMEN);
            }
            return after(time, before);
        }

        private LabTime after(LabTime time, List<String> roles) {
            var before =
                    roles.stream()
                            .flatMap(earlier -> Optional.ofNullable(stated.get(earlier)).stream())
                            .toArray(EventId[]::new);
            return before.length == 0 ? time : time.withAfter(before);
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
                case TimeColumn time -> {
                    if (cells.isGiven(name) && !stated.containsKey(time.role())) {
                        dropped.add(
                                new DroppedField(name, "the time of an event it does not tell"));
                    }
                }
                case ValueColumn _, SheetMapping.VerbatimColumn _ -> {}
            }
            if (!row.cell(name).isEmpty() && !cells.isGiven(name)) {
                dropped.add(new DroppedField(name, "says there is no value: " + row.cell(name)));
            }
        }
    }
}
