package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.inverse.InverseDesign;
import dev.lodestone.query.inverse.InverseQuery;
import dev.lodestone.query.inverse.StructureJoin;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Which structure and processing gave the property that is wanted.
@Command(
        name = "inverse",
        description = {
            "Ask which processing, and which structure, gave a property.",
            "Every answer proves that the processed state is the measured one or an ancestor of it."
        },
        mixinStandardHelpOptions = true)
final class InverseCommand extends StoreVerb {
    @Option(
            names = "--target",
            required = true,
            paramLabel = "'PROPERTY>=VALUE UNIT'",
            description = "What is wanted, such as 'specificDischargeCapacity>=200 mAh/g'.")
    private List<String> targets = List.of();

    @Option(
            names = "--where",
            paramLabel = "'PARAMETER<VALUE UNIT'",
            description = "What it may take, such as 'sinteringTemperature<900 °C'.")
    private List<String> where = List.of();

    @Option(
            names = "--join",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "'DESCRIPTOR[=TOLERANCE]'",
            description =
                    "Also take recipes of other samples whose structure agrees: in all descriptors, or in those given.")
    private List<String> join = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Print at most so many answers (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    protected int run(Store store) throws Exception {
        var query = InverseQuery.parse(targets, where).limitedTo(limit);
        if (!join.isEmpty()) {
            var descriptors = join.stream().filter(text -> !text.isBlank()).toList();
            query =
                    query.joined(
                            descriptors.isEmpty()
                                    ? StructureJoin.usual()
                                    : StructureJoin.parse(descriptors));
        }
        var answer = new InverseDesign(store.queries()).ask(query);
        tell(answer, answer::text);
        return 0;
    }
}
