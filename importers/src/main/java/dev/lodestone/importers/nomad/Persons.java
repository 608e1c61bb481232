package dev.lodestone.importers.nomad;

import dev.lodestone.importers.json.Fields;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// People in sections of the laboratories' own: who prepared, operated or owns something. They are
/// not among the authors, so nothing is owed to them that would ask for their names.
final class Persons {
    private static final String WHY = "names and accounts of people";

    private static final Set<String> FIELDS =
            Set.of(
                    "preparator",
                    "operator",
                    "operators",
                    "owner",
                    "experimenter",
                    "experimenters",
                    "author",
                    "authors",
                    "publication_authors",
                    "lead_author",
                    "user",
                    "users",
                    "contact",
                    "contacts",
                    "contact_person",
                    "responsible",
                    "responsible_person",
                    "created_by",
                    "performed_by",
                    "email",
                    "e_mail",
                    "orcid");

    /// What a section about a person has, and one about an electrical contact has not.
    private static final Set<String> OF_A_PERSON =
            Set.of("email", "first_name", "last_name", "user_id", "orcid", "affiliation");

    private Persons() {}

    /// Leaves them behind, however deep in lists and sections they stand.
    static void leave(Fields fields) {
        leave(fields, fields.at("/data"), "/data");
    }

    private static void leave(Fields fields, JsonNode node, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isContainer()) {
                    leave(fields, node.get(i), pointer + "/" + i);
                }
            }
            return;
        }
        for (var field : node.properties()) {
            var at = pointer + "/" + Fields.escaped(field.getKey());
            var value = field.getValue();
            if (FIELDS.contains(field.getKey()) && isPerson(value)) {
                fields.drop(at, WHY);
            } else if (value.isContainer()) {
                leave(fields, value, at);
            }
        }
    }

    private static boolean isPerson(JsonNode value) {
        return value.isObject()
                ? OF_A_PERSON.stream().anyMatch(value::has)
                        || value.propertyStream().allMatch(field -> field.getKey().equals("name"))
                : !value.isArray() || value.valueStream().allMatch(Persons::isPerson);
    }
}
