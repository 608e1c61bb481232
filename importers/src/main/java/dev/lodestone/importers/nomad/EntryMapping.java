package dev.lodestone.importers.nomad;

import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Entries of an upload as events. What an entry is follows from the definition of its `data`;
/// `workflow2` and `results` are read whatever it is. For one reading, by one thread.
public final class EntryMapping {
    private static final List<String> ACCESS_LISTS =
            List.of(
                    "viewers",
                    "writers",
                    "reviewers",
                    "viewer_groups",
                    "writer_groups",
                    "reviewer_groups",
                    "coauthor_groups");

    private static final List<String> PEOPLE =
            List.of("authors", "entry_coauthors", "origin", "main_author", "coauthors");

    private static final Set<String> PERSONS =
            Set.of("preparator", "operator", "owner", "experimenter", "author", "user", "contact");

    private static final String TOPOLOGY = "/results/material/topology";

    private static final List<String> OF_ATOMS =
            List.of("indices", "atoms", "atoms_ref", "cell", "active_orbitals");

    private static final List<String> SEARCH =
            List.of(
                    "files",
                    "quantities",
                    "sections",
                    "section_defs",
                    "searchable_quantities",
                    "search_quantities",
                    "entry_references",
                    "text_search_contents",
                    "optimade",
                    "entry_timestamp",
                    "n_quantities",
                    "calc_id");

    private final NomadUpload upload;
    private final NomadSource source;
    private final boolean restricted;
    private final Schemas schemas;
    private final LinkedEntries linked = new LinkedEntries(this::gathered);

    EntryMapping(NomadUpload upload, NomadSource source, boolean restricted) {
        this.upload = upload;
        this.source = source;
        this.restricted = restricted;
        this.schemas = new Schemas(upload);
    }

    /// Maps an entry.
    ///
    /// @throws RefusedEntry if it is under embargo, or says that something happened to no sample
    MappedEntry map(NomadEntry entry) {
        return linked.own(entry).mapped();
    }

    private Gathered gathered(NomadEntry entry) {
        if (entry.embargoed() && !restricted) {
            throw new RefusedEntry(
                    entry.place() + "/metadata/with_embargo",
                    "The entry (%s) is under embargo.".formatted(entry.key()),
                    "ask for restricted entries.");
        }
        var gathered = new Gathered(entry, source);
        fill(gathered);
        return gathered;
    }

    private void fill(Gathered into) {
        var fields = into.fields();
        var references = new References(upload, into);
        references.check();
        leaveBehind(into);
        var type =
                fields.at("/data").isObject()
                        ? schemas.typeOf(fields.at("/data"), into.entry(), SectionType.UNKNOWN)
                        : SectionType.UNKNOWN;
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
        if (type.isA(CoreSections.INSTRUMENT)) {
            entities.instrument();
        } else if (type.isA(CoreSections.SUBSTANCE)) {
            SampleComposition.state(into, entities.substance(), type);
        } else if (type.isA(CoreSections.SAMPLE)) {
            var sample = entities.sample(type);
            filledTime(into);
            SampleComposition.state(into, sample, type);
            activities.within(sample, type);
        } else if (type.isA(CoreSections.PROCESS)) {
            activities.entry(type, true);
        } else if (type.isA(CoreSections.MEASUREMENT)) {
            activities.entry(type, false);
        } else if (fields.has("/data")) {
            into.find(
                    "/data",
                    "The section (%s) is none that is imported."
                            .formatted(type.name().isEmpty() ? "without m_def" : type.name()));
        }
        duplicates(into, type);
        WorkflowMapping.map(into, references);
        SimulationMapping.map(into);
        solarCell(into, entities, activities);
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

    private static void leaveBehind(Gathered into) {
        var fields = into.fields();
        people(fields, fields.at("/data"), "/data");
        ACCESS_LISTS.forEach(
                name -> fields.drop("/metadata/" + name, "who may see it, not who made it"));
        PEOPLE.forEach(name -> fields.drop("/metadata/" + name, "names and accounts of people"));
        SEARCH.forEach(name -> fields.drop("/metadata/" + name, "an index of the rest"));
        fields.drop("/results/eln", "an index of the rest");
        fields.drop("/m_ref_archives", "copies of other entries");
        fields.drop("/processing_logs", "NOMAD's own log of the processing");
        fields.drop("/data/figures", "plots");
        var logs = fields.at("/processing_logs");
        var loud = new ArrayList<String>();
        for (var log : logs) {
            if (Set.of("WARNING", "ERROR", "CRITICAL").contains(log.path("level").asString(""))) {
                loud.add(log.path("level").asString("") + ": " + log.path("event").asString(""));
            }
        }
        if (!loud.isEmpty()) {
            into.find(
                    "/processing_logs",
                    "NOMAD's processing told of %d matters: %s"
                            .formatted(loud.size(), String.join("; ", loud)));
        }
    }

    /// Names of people in sections of the laboratories' own.
    private static void people(Fields fields, JsonNode node, String pointer) {
        for (var field : node.properties()) {
            var at = pointer + "/" + Fields.escaped(field.getKey());
            if (PERSONS.contains(field.getKey()) && !field.getValue().isContainer()) {
                fields.drop(at, "names and accounts of people");
            } else if (field.getValue().isObject()) {
                people(fields, field.getValue(), at);
            }
        }
    }
}
