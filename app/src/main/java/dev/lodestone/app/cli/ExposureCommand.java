package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.exposure.SampleExposure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// For how long a condition held for a sample.
@Command(
        name = "exposure",
        description = {
            "Tell for how many hours a condition held for a sample.",
            "The events that this rests on are listed, with what is not known of them."
        },
        mixinStandardHelpOptions = true)
final class ExposureCommand extends StoreVerb {
    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Option(
            names = "--above",
            required = true,
            paramLabel = "'PROPERTY>VALUE UNIT'",
            description =
                    "The condition, such as 'relativeHumidity>40 %%'; >=, < and <= will do too.")
    private String condition = "";

    @Option(
            names = "--before",
            paramLabel = "EVENT|KIND",
            description =
                    "Where counting ends: an event of the sample's life, or a sort such as coating, of which the first is meant.")
    private @Nullable String before;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var exposure =
                new SampleExposure(asOf.queries(store), store.settings().base())
                        .of(sample, condition, Optional.ofNullable(before));
        tell(exposure, exposure::text);
        return 0;
    }
}
