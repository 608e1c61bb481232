package dev.lodestone.importers.nomad;

import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.Uuids;
import dev.lodestone.importers.ItemKey;

/// Whose entries these are: a NOMAD deployment, whose entries have ids; or an upload read as files.
///
/// @param id the source's identity
/// @param deployment whether entries are known by their ids
record NomadSource(SourceId id, boolean deployment) {
    /// What published NOMAD data are under.
    static final String LICENCE = "CC BY 4.0";

    /// What unpublished data are under: a licence is given by publishing.
    static final String NO_LICENCE = "none: not published";

    /// The sample an entry or a place in it describes.
    SampleId sample(String key) {
        return ItemKey.sample(id, key);
    }

    /// An identity for another thing of an entry.
    String named(String sort, String key) {
        return Uuids.named(sort, id.value(), key).toString();
    }

    /// Whose names the laboratory ids of an entry are.
    String scope(NomadEntry entry) {
        return entry.uploadId().map(upload -> id.value() + "/" + upload).orElse(id.value());
    }
}
