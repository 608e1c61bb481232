package dev.lodestone.app.cli;

import dev.lodestone.app.Server;
import dev.lodestone.app.Store;
import dev.lodestone.query.http.HttpOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The server.
@Command(
        name = "serve",
        description = "Serve a data directory over HTTP and SPARQL.",
        mixinStandardHelpOptions = true)
final class ServeCommand extends StoreVerb {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on (default: ${DEFAULT-VALUE}). There is no login: mind who can reach it.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port (default: ${DEFAULT-VALUE}; 0 for any free one).")
    private int port;

    @Option(
            names = "--neo4j",
            paramLabel = "URI",
            description = "Also keep a property graph there (bolt://…).")
    private @Nullable String neo4j;

    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    public WithoutStore withoutStore() {
        return WithoutStore.MAKE;
    }

    @Override
    protected int run(Store store) throws Exception {
        if (store.follows()) {
            err().printf("The data directory (%s) is being served already.%n", store.directory());
            return 1;
        }
        store.follow(Server.others(Optional.ofNullable(neo4j).or(() -> store.settings().neo4j())));
        Server.run(
                store,
                HttpOptions.DEFAULT.at(host, port),
                address -> {
                    out().printf("Lodestone serves %s on %s%n", store.directory(), address);
                    out().flush();
                });
        return 0;
    }
}
