package dev.lodestone.importers.nomad;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.http.GatheredSource;
import dev.lodestone.importers.http.HttpKey;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// NOMAD as a web service. All answers are put together and then read as files of them would be,
/// because any entry may refer to any other.
final class NomadService implements GatheredSource {
    private static final long LARGEST = 64L << 20;

    private final ImportOptions options;
    private final HttpSource http;
    private final PageRequest first;

    NomadService(URI base, ImportContext context) {
        this.options = context.options();
        this.first = NomadQuestion.first(base, options);
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
    public List<SourceEntry> entries(List<Page> pages) {
        var answers = new ApiAnswers();
        var refused = new ArrayList<SourceEntry>();
        for (var page : pages) {
            for (int i = 0; i < page.entries().size(); i++) {
                var hit = page.entries().get(i);
                if (hit.path("archive").isObject() && hit.path("entry_id").isString()) {
                    answers.entry(page.place(i), hit);
                } else {
                    refused.add(
                            SourceEntry.refused(
                                    new RefusedEntry(
                                            page.place(i),
                                            "This is no archive of an entry (%s)."
                                                    .formatted(abridged(hit.toString())),
                                            "the service could not read it; import again"
                                                    + " later.")));
                }
            }
        }
        var upload = new NomadUpload(answers.entries(), Map.of());
        var mapping =
                new EntryMapping(upload, NomadEntries.deployment(options), options.restricted());
        var all = new ArrayList<>(NomadEntries.of(upload, mapping, answers));
        all.addAll(refused);
        return all;
    }

    private static String abridged(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + " ...";
    }
}
