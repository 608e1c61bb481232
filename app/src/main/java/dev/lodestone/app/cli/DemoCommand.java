package dev.lodestone.app.cli;

import dev.lodestone.app.Server;
import dev.lodestone.app.Store;
import dev.lodestone.app.demo.Demo;
import dev.lodestone.query.http.HttpOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A first look.
@Command(
        name = "demo",
        description = {
            "Record two published data sets, put questions to them, and serve them.",
            "The questions are a history, an inverse question and an audit."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand extends StoreVerb {
    @Option(names = "--no-serve", description = "Do not serve afterwards.")
    private boolean noServe;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port (default: ${DEFAULT-VALUE}; 0 for any free one).")
    private int port;

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
        boolean served = store.follows();
        if (!served) {
            store.follow(List.of());
        }
        var demo = new Demo(store, out());
        var recorded = demo.record();
        if (served || noServe) {
            demo.show(recorded);
            return 0;
        }
        Server.run(
                store,
                HttpOptions.DEFAULT.at("127.0.0.1", port),
                address -> {
                    demo.show(recorded);
                    out().printf(
                                    "%nServing on %s (Ctrl-C ends it). Try, in another terminal:%n",
                                    address);
                    out().println("  ./lodestone history 46NTBL");
                    out().println("  ./lodestone lineage '42CrMoS4 rod' --down");
                    out().println("  ./lodestone predictions");
                    out().flush();
                });
        return 0;
    }
}
