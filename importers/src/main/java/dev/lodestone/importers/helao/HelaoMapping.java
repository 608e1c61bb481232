package dev.lodestone.importers.helao;

import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;

/// What sequences and actions have in common.
final class HelaoMapping {
    static final SourceId SOURCE = new SourceId("helao");

    /// The most characters of a text without a term that are kept.
    static final int LONGEST_TEXT = 2_000;

    private HelaoMapping() {}

    static ItemKey key(String entity, String role) {
        return new ItemKey(SOURCE, entity, role);
    }

    /// What a sequence handled, where its actions name no sample.
    static SampleId sampleOf(String sequence) {
        return ItemKey.sample(SOURCE, "sequence|" + sequence);
    }

    /// An id that everything hangs on.
    ///
    /// @throws RefusedEntry if it is missing
    static String id(Fields fields, String field, String place) {
        return fields.text("/" + field)
                .filter(id -> id.matches("[A-Za-z0-9-]{8,64}"))
                .orElseThrow(() ->
                        new RefusedEntry(
                                place + "#/" + field,
                                "An id is due here, not (%s).".formatted(fields.at("/" + field)),
                                "the file was cut off, or written by hand."));
    }

    /// A text that has to be there.
    ///
    /// @throws RefusedEntry if it is missing
    static String required(Fields fields, String field, String place) {
        return fields.text("/" + field)
                .orElseThrow(() ->
                        new RefusedEntry(
                                place + "#/" + field,
                                "A text is due here, not (%s).".formatted(fields.at("/" + field)),
                                "the file was cut off, or written by hand."));
    }
}
