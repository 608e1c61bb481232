package dev.lodestone.importers.nomad;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.http.GatheredReading;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.Since;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads NOMAD archives: an upload as a directory, one archive as a file, answers of the API as
/// files or from the service.
public final class NomadImporter implements Importer {
    static final String UPLOAD = "upload";
    static final String DEPLOYMENT = "deployment";
    static final String TOKEN = "NOMAD_TOKEN";
    static final String QUERY = "query";
    static final String OWNER = "owner";
    static final String REQUIRED = "required";
    static final String MAX_TOTAL = "max-total";
    private static final Map<String, String> OF_THE_SERVICE =
            HttpSettings.and(
                    Map.of(
                            QUERY,
                            "which entries of the service: JSON of its API, or name=value&name=value;"
                                    + " all unless given",
                            OWNER,
                            "whose entries: public, visible, shared, user, staging, all; public"
                                    + " unless given",
                            REQUIRED,
                            "which sections, as JSON of the API; * unless given",
                            MAX_TOTAL,
                            "the most MiB of all answers together, which are kept on disk until the"
                                    + " last is there; 16384 unless given",
                            Since.NAME,
                            "only entries that were processed or published since a date or time",
                            HttpSettings.PAGE_SIZE,
                            "entries of a page, up to 1000; 20 unless given"));

    @Override
    public String name() {
        return "nomad";
    }

    @Override
    public String title() {
        return "NOMAD";
    }

    @Override
    public String description() {
        return "NOMAD archives: a directory is an upload and is read whole, so that its entries"
                + " find each other; samples with their processes, plans, and simulations.";
    }

    @Override
    public List<String> accepts() {
        return List.of(
                "*.archive.json", "*.archive.yaml", "*.archive.yml", "*.json", "*.json.gz", "*/");
    }

    @Override
    public Map<String, String> settings() {
        var all = new TreeMap<>(OF_THE_SERVICE);
        all.put(
                UPLOAD,
                "what to call an upload that is read as files; the directory's name unless given");
        all.put(DEPLOYMENT, "which NOMAD the entries' ids are of; nomad unless given");
        return Map.copyOf(all);
    }

    @Override
    public Optional<URI> service() {
        return Optional.of(URI.create("https://nomad-lab.eu/prod/v1/api/v1"));
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        if (location instanceof SourceLocation.Online(var uri)) {
            return GatheredReading.open(new NomadService(uri, context), context);
        }
        HttpSettings.refuse(OF_THE_SERVICE.keySet(), context.options());
        var path = location.existing();
        return NomadReading.open(path, context.options());
    }
}
