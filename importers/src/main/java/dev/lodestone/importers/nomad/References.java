package dev.lodestone.importers.nomad;

import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.nomad.NomadUpload.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The references of an entry: which of them lead somewhere, and a finding for each that does not.
final class References {
    /// Where references stand that mean something; plots refer to their own data in another way.
    private static final List<String> SECTIONS = List.of("data", "workflow2");

    private static final Set<String> OTHERS = Set.of("figures", "m_annotations");

    private final NomadUpload upload;
    private final Gathered into;

    References(NomadUpload upload, Gathered into) {
        this.upload = upload;
        this.into = into;
    }

    /// A reference of the entry, followed.
    ///
    /// @param pointer where the reference stands
    record Followed(String pointer, NomadEntry entry, String at) {}

    /// The reference at a pointer, if it is one and leads somewhere.
    Optional<Followed> follow(String pointer) {
        return into.fields()
                .peek(pointer)
                .flatMap(NomadRef::find)
                .map(ref -> upload.resolve(ref, into.entry()))
                .flatMap(resolution ->
                        resolution instanceof Resolution.Found found
                                ? Optional.of(new Followed(pointer, found.entry(), found.pointer()))
                                : Optional.empty());
    }

    /// The references in a list, or the only one, that lead somewhere. In a list of sections they
    /// stand under the given name.
    List<Followed> followAll(String pointer, String within) {
        var node = into.fields().at(pointer);
        var followed = new ArrayList<Followed>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                followed.addAll(followAll(pointer + "/" + i, within));
            }
        } else if (node.isObject()) {
            follow(pointer + "/" + within).ifPresent(followed::add);
        } else {
            follow(pointer).ifPresent(followed::add);
        }
        return followed;
    }

    /// Tells of every reference that leads nowhere.
    void check() {
        for (var section : SECTIONS) {
            check(into.fields().at("/" + section), "/" + section);
        }
    }

    private void check(JsonNode node, String pointer) {
        if (node.isObject()) {
            for (var field : node.properties()) {
                if (!OTHERS.contains(field.getKey())) {
                    check(field.getValue(), pointer + "/" + Fields.escaped(field.getKey()));
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer + "/" + i);
            }
        } else if (node.isString() && !pointer.endsWith("/m_def")) {
            NomadRef.find(node.stringValue())
                    .ifPresent(ref -> {
                        if (upload.resolve(ref, into.entry())
                                instanceof Resolution.Dangling dangling) {
                            into.find(
                                    pointer,
                                    "The reference (%s) leads nowhere: %s."
                                            .formatted(node.stringValue(), dangling.why()));
                        }
                    });
        }
    }
}
