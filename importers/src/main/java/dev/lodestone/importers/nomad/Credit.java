package dev.lodestone.importers.nomad;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.json.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The authors of an entry, whom its licence asks to be named. They are not said to have done what
/// the entry tells of. Names stand in registrations of their own, so that one can be erased; e-mail
/// addresses and affiliations stand nowhere.
final class Credit {
    /// What the keys of authors begin with.
    static final String AUTHOR = "author/";

    private static final Set<String> OF_A_NAME =
            Set.of("user_id", "name", "first_name", "last_name");

    private final Gathered into;
    private final Fields fields;
    private final Accounts accounts;
    private final Set<AgentId> authors = new LinkedHashSet<>();
    private int nameless;

    private Credit(Gathered into, Accounts accounts) {
        this.into = into;
        this.fields = into.fields();
        this.accounts = accounts;
    }

    /// Registers the authors of an entry, the first of them first.
    static List<AgentId> of(Gathered into, Accounts accounts) {
        var credit = new Credit(into, accounts);
        Accounts.FIELDS.forEach(field -> credit.field("/metadata/" + field));
        if (credit.nameless > 0) {
            into.find(
                    "/metadata/main_author",
                    "Of %d of its authors only the account is known; their names stand with the entry in NOMAD."
                            .formatted(credit.nameless));
        }
        return List.copyOf(credit.authors);
    }

    private void field(String at) {
        var node = fields.at(at);
        if (!node.isArray()) {
            author(at);
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            author(at + "/" + i);
        }
        if (node.isEmpty()) {
            fields.part().use(at);
        }
    }

    private void author(String at) {
        var node = fields.at(at);
        var account = Accounts.id(node);
        var stated = Accounts.name(node);
        account.or(() -> stated).ifPresent(key -> register(key, account, stated, at));
        if (node.isObject()) {
            for (var field : node.propertyNames()) {
                var pointer = at + "/" + Fields.escaped(field);
                if (OF_A_NAME.contains(field)) {
                    fields.part().use(pointer);
                } else {
                    fields.drop(pointer, "what is known of a person beside the name");
                }
            }
        } else if (account.isPresent()) {
            fields.part().use(at);
        }
    }

    /// An account stays the same person whatever it is called, and whether its name is at hand.
    private void register(
            String key, Optional<String> account, Optional<String> stated, String at) {
        var id = new AgentId(into.source().named("author", key));
        var name = account.flatMap(accounts::name).or(() -> stated);
        if (!authors.add(id)) {
            return;
        }
        if (name.isEmpty()) {
            nameless++;
        }
        into.shared(
                new ItemKey(into.source().id(), AUTHOR + id.value(), "agent"),
                new AgentRegistered(
                        Occurrence.UNKNOWN,
                        id,
                        AgentType.PERSON,
                        name.orElse("NOMAD account " + key),
                        Optional.empty(),
                        Optional.empty()),
                key,
                at);
    }
}
