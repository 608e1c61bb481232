package dev.lodestone.importers.nomad;

import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Entries of an upload as events. What an entry is follows from the definition of its `data`;
/// `workflow2` and `results` are read whatever it is. For one reading, by one thread.
public final class EntryMapping {
    private static final String TOPOLOGY = "/results/material/topology";

    private static final List<String> OF_ATOMS =
            List.of("indices", "atoms", "atoms_ref", "cell", "active_orbitals");

    private final NomadUpload upload;
    private final NomadSource source;
    private final Accounts accounts;
    private final boolean restricted;
    private final Schemas schemas;
    private final Optional<Plans> plans;
    private final LinkedEntries linked = new LinkedEntries(this::gathered);

    EntryMapping(NomadUpload upload, NomadSource source, Accounts accounts, boolean restricted) {
        this(
                upload,
                source,
                accounts,
                restricted,
                Optional.of(
                        new EntryMapping(upload, source, accounts, restricted, Optional.empty())));
    }

    /// @param alone maps entries for the plans of others; nothing where this is that
    private EntryMapping(
            NomadUpload upload,
            NomadSource source,
            Accounts accounts,
            boolean restricted,
            Optional<EntryMapping> alone) {
        this.upload = upload;
        this.source = source;
        this.accounts = accounts;
        this.restricted = restricted;
        this.plans = alone.map(mapping -> new Plans(upload, mapping.linked::own));
        this.schemas = new Schemas(upload);
    }

    /// Maps an entry.
    ///
    /// @throws RefusedEntry if it is not for everybody and was not asked for, or says that
    ///   something happened to no sample
    MappedEntry map(NomadEntry entry) {
        return linked.own(entry).mapped();
    }

    private Gathered gathered(NomadEntry entry) {
        if (entry.restricted() && !restricted) {
            throw restricted(entry);
        }
        var type = type(entry);
        var filled = Tabular.fill(upload, entry, type);
        var gathered = new Gathered(filled.entry(), source);
        filled.findings().forEach(gathered::find);
        fill(gathered, type, filled.head());
        var others = new TreeMap<String, Integer>();
        for (var row : filled.rows()) {
            if (CoreSections.isImported(row.type())) {
                row(row, gathered);
            } else {
                others.merge(row.type().name(), 1, Integer::sum);
            }
        }
        others.forEach((name, rows) ->
                gathered.find(
                        "/data",
                        "%d rows are sections (%s), which are none that is imported."
                                .formatted(rows, name)));
        return gathered;
    }

    private void row(Tabular.Row row, Gathered into) {
        var own = new Gathered(row.entry(), source);
        try {
            fill(own, row.type(), false);
            into.take(own);
        } catch (RefusedEntry e) {
            into.find(e);
        }
    }

    private SectionType type(NomadEntry entry) {
        var data = entry.archive().path("data");
        return data.isObject()
                ? schemas.typeOf(data, entry, SectionType.UNKNOWN)
                : SectionType.UNKNOWN;
    }

    private static RefusedEntry restricted(NomadEntry entry) {
        boolean unpublished = entry.access().equals(NomadEntry.UNPUBLISHED);
        return new RefusedEntry(
                entry.place() + "/metadata/" + (unpublished ? "published" : "with_embargo"),
                "The entry (%s) is %s."
                        .formatted(entry.key(), unpublished ? "not published" : "under embargo"),
                "import with --restricted; its records then carry the access label (%s)."
                        .formatted(entry.access()));
    }

    /// @param head whether it is only the head of a table whose rows are the entries
    private void fill(Gathered into, SectionType type, boolean head) {
        var fields = into.fields();
        into.credit(Credit.of(into, accounts));
        var references = new References(upload, into);
        references.check();
        LeftBehind.leave(into);
        if (!type.defined()
                && !type.name().equals("Sample")
                && CoreSections.bySuffix(type.name()).isPresent()) {
            into.find(
                    "/data",
                    "The definition of (%s) is not at hand; what it is is told by its name."
                            .formatted(type.name()));
        }
        var entities = new EntityMapping(into, references, linked);
        var activities = new ActivityMapping(into, upload, references, linked, schemas);
        if (head) {
            fields.drop("/data", "the head of a table whose rows are the entries");
        } else if (type.isA(CoreSections.INSTRUMENT)) {
            entities.instrument();
        } else if (type.isA(CoreSections.SUBSTANCE)) {
            SampleComposition.state(into, entities.substance(), type);
        } else if (type.isA(CoreSections.SAMPLE)) {
            var sample = entities.sample(type);
            filledTime(into);
            SampleComposition.state(into, sample, type);
            activities.within(sample, type);
            new Kinship(into, references, linked).parts(sample);
        } else if (type.isA(CoreSections.PROCESS)) {
            activities.entry(type, true);
        } else if (type.isA(CoreSections.MEASUREMENT)) {
            activities.entry(type, false);
        } else if (type.isA(CoreSections.COLLECTION)) {
            CollectionMapping.map(into, references, linked);
        } else if (type.isA(CoreSections.ANALYSIS)) {
            AnalysisMapping.map(into, upload, references, linked, type);
        } else if (fields.has("/data") && !type.isA(CoreSections.EXPERIMENT)) {
            into.find(
                    "/data",
                    "The section (%s) is none that is imported."
                            .formatted(type.name().isEmpty() ? "without m_def" : type.name()));
        }
        duplicates(into, type);
        into.planned(WorkflowMapping.map(into, upload, type.isA(CoreSections.EXPERIMENT)));
        SimulationMapping.map(into);
        solarCell(into, entities, activities);
        plans.ifPresent(known -> known.complete(into));
        keepRest(into);
    }

    /// The figures of a solar cell, where no measurement of the entry has taken them.
    private static void solarCell(
            Gathered into, EntityMapping entities, ActivityMapping activities) {
        if (!SolarCell.isIn(into.fields())
                || SimulationMapping.isSimulation(into.fields())
                || activities.tookSolarCell()) {
            return;
        }
        var samples = activities.samples();
        if (samples.size() > 1) {
            into.find(
                    SolarCell.AT,
                    "Which of its %d samples the figures are of is not said; they are kept as text."
                            .formatted(samples.size()));
            return;
        }
        SolarCell.state(
                into,
                samples.stream()
                        .findFirst()
                        .or(() -> LinkedEntry.sampleOf(into))
                        .orElseGet(entities::device));
    }

    /// A sample section has no time of its own; what stands there may be the time of processing.
    private static void filledTime(Gathered into) {
        into.fields()
                .peek("/data/datetime")
                .filter(text -> LabTimes.filledByNomad(text, into.entry()))
                .ifPresent(text ->
                        into.find(
                                "/data/datetime",
                                "The time (%s) is that of NOMAD's processing, not of the laboratory."
                                        .formatted(text)));
    }

    private void duplicates(Gathered into, SectionType type) {
        var lab = into.entry().text(NomadEntry.LAB_ID);
        if (lab.isEmpty() || !(type.isA(CoreSections.SAMPLE) || type.isA(CoreSections.SUBSTANCE))) {
            return;
        }
        upload.entries()
                .namesakes(into.entry(), lab.get())
                .forEach(other ->
                        into.find(
                                NomadEntry.LAB_ID,
                                "The laboratory id (%s) is that of (%s) too."
                                        .formatted(lab.get(), other)));
    }

    /// What has no term stays with the entry's own thing, or with its first event.
    private static void keepRest(Gathered into) {
        if (into.hasEvents()) {
            var rest = new TreeMap<>(levels(into.fields()));
            rest.putAll(into.fields().rest(Gathered.LONGEST_TEXT));
            into.keep(rest);
            return;
        }
        for (var section : into.fields().at("").properties()) {
            var pointer = "/" + Fields.escaped(section.getKey());
            into.fields()
                    .drop(
                            pointer,
                            section.getKey().equals("definitions")
                                    ? "a schema: read for units and kinds, not recorded"
                                    : "no event of the entry could hold it");
        }
    }

    /// The levels of a material, each field of each by itself, if all together are too long to
    /// keep: without what tells atoms apart rather than levels.
    private static Map<String, String> levels(Fields fields) {
        var all = new TreeMap<String, String>();
        var levels = fields.at(TOPOLOGY);
        if (Fields.asText(levels).length() <= Gathered.LONGEST_TEXT) {
            return all;
        }
        for (int i = 0; i < levels.size(); i++) {
            var level = TOPOLOGY + "/" + i;
            OF_ATOMS.forEach(name -> fields.drop(level + "/" + name, "atoms of a level"));
            all.putAll(fields.restOfEach(level, Gathered.LONGEST_TEXT));
        }
        return all;
    }
}
