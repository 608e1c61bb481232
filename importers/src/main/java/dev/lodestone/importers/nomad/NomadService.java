package dev.lodestone.importers.nomad;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.http.GatheredSource;
import dev.lodestone.importers.http.Gathering;
import dev.lodestone.importers.http.HttpKey;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// NOMAD as a web service. All answers are fetched before the first entry is mapped, because any
/// entry may refer to any other.
final class NomadService implements GatheredSource {
    private static final long LARGEST = 16L << 30;

    private final ImportOptions options;
    private final HttpSource http;
    private final URI api;
    private final PageRequest first;
    private Optional<Finding> nameless = Optional.empty();

    NomadService(URI base, ImportContext context) {
        this.options = context.options();
        this.first = NomadQuestion.first(base, options);
        this.api = NomadQuestion.api(base);
        this.http =
                new HttpSource(
                        base,
                        HttpKey.find(context, NomadImporter.TOKEN, "Authorization", "Bearer "),
                        HttpSettings.of(options),
                        context);
    }

    @Override
    public HttpSource http() {
        return http;
    }

    @Override
    public PageRequest first() {
        return first;
    }

    @Override
    public Paging paging() {
        return new NomadPaging();
    }

    @Override
    public long largest() {
        return HttpSettings.mebibytes(options, NomadImporter.MAX_TOTAL, LARGEST);
    }

    @Override
    public SourceDescription describe(Optional<String> version, String sha256) {
        return NomadReading.describe(
                NomadEntries.deployment(options),
                "NOMAD",
                first.uri().toString(),
                sha256,
                version,
                false);
    }

    @Override
    public Gathering gathering() {
        return new NomadGathering(options);
    }

    @Override
    public void complete(Gathering gathering) {
        if (gathering instanceof NomadGathering own) {
            nameless = new NomadUsers(http, api).name(own.accounts());
        }
    }

    @Override
    public List<Finding> findings() {
        return nameless.stream().toList();
    }
}
