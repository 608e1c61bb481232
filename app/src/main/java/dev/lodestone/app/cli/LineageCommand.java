package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.Json;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.history.SampleLineage;
import java.util.EnumSet;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a sample was made of, and what was made of it.
@Command(
        name = "lineage",
        description = "Tell what a sample was made of, and what was made of it.",
        mixinStandardHelpOptions = true)
final class LineageCommand extends StoreVerb {
    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Option(names = "--up", description = "Only what it was made of.")
    private boolean up;

    @Option(names = "--down", description = "Only what was made of it.")
    private boolean down;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "" + SampleLineage.USUAL_DEPTH,
            description = "How many splits and merges to follow (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--all",
            description = "List every link, one a line; with --json one object a line.")
    private boolean all;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var directions = EnumSet.allOf(Direction.class);
        if (up != down) {
            directions.remove(up ? Direction.DOWN : Direction.UP);
        }
        var lineages = new SampleLineage(asOf.queries(store), store.settings().base());
        if (all) {
            Consumer<Link> line =
                    json()
                            ? link -> out().println(Json.line(link))
                            : link -> out().println(line(link));
            if (lineages.each(sample, directions, depth, line)) {
                err().println("There is more beyond the depth; ask for a greater one.");
            }
            return 0;
        }
        var lineage = lineages.of(sample, directions, depth);
        tell(lineage, lineage::text);
        return 0;
    }

    private static String line(Link link) {
        return (link.direction() == Direction.UP ? "from" : "gave") + SampleLineage.line(link);
    }
}
