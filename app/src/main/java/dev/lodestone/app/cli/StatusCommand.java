package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import java.util.LinkedHashMap;
import picocli.CommandLine.Command;

/// How far the log and the graphs are.
@Command(
        name = "status",
        description = "Say how far the log and the graphs are.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends StoreVerb {
    @Override
    protected int run(Store store) {
        var readiness = store.projections().readiness();
        if (json()) {
            var all = new LinkedHashMap<String, Object>();
            all.put("directory", store.directory().toString());
            all.put("head", store.log().head().value());
            var graphs = new LinkedHashMap<String, Object>();
            for (var graph : readiness) {
                var one = new LinkedHashMap<String, Object>();
                one.put("position", graph.position().value());
                one.put("behind", graph.lag());
                one.put("state", graph.state().text());
                graphs.put(graph.graph(), one);
            }
            all.put("graphs", graphs);
            out().println(WholeJson.write(all));
        } else {
            out().printf("data directory  %s%n", store.directory());
            out().printf("log             %,d records%n", store.log().head().value());
            for (var graph : readiness) {
                out().printf(
                                "%-15s position %,d, %,d behind, %s%n",
                                graph.graph(),
                                graph.position().value(),
                                graph.lag(),
                                graph.state().text());
            }
        }
        return 0;
    }
}
