package dev.lodestone.importers.oqmd;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.http.HttpKey;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.PagedSource;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.json.RowsReading.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// OQMD's own interface as a web service: rows of formation energies.
final class OqmdService implements PagedSource {
    private static final int MOST = 1_000;

    private final OqmdAddress address;
    private final int pageSize;
    private final HttpSource http;
    private long read;
    private boolean hasSites;

    OqmdService(URI given, ImportContext context) {
        var options = context.options();
        this.address = OqmdAddress.of(given, options);
        this.pageSize = HttpSettings.pageSize(options, 100, MOST);
        this.http =
                new HttpSource(address.uri(), HttpKey.none(), HttpSettings.of(options), context);
    }

    @Override
    public HttpSource http() {
        return http;
    }

    @Override
    public PageRequest first() {
        return PageRequest.get(address.first(pageSize));
    }

    @Override
    public Paging paging() {
        return new OqmdPaging(address.isSorted());
    }

    @Override
    public SourceDescription describe(Optional<String> version, String sha256) {
        return OqmdImporter.describe(address.query().on(address.uri()).toString(), sha256);
    }

    @Override
    public List<SourceEntry> entries(Page page) {
        read += page.entries().size();
        return IntStream.range(0, page.entries().size())
                .mapToObj(i ->
                        new Row(
                                address.isOne() ? page.asked().uri() + "#" : page.place(i),
                                page.entries().get(i)))
                .map(this::entry)
                .toList();
    }

    private SourceEntry entry(Row row) {
        hasSites |= row.json().path("sites").isArray();
        return SourceEntry.of(row.place(), () -> OqmdMapping.map(row));
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (hasSites) {
            findings.add(new Finding(address.uri().toString(), OqmdImporter.THREE_DECIMALS));
        }
        address.query()
                .get(OqmdImporter.FILTER)
                .filter(_ -> read == 0)
                .ifPresent(filter ->
                        findings.add(
                                new Finding(
                                        first().uri().toString(),
                                        "No row was given for the filter (%s). OQMD also gives none where it cannot read a filter: it wants spaces around AND and OR, and none within a condition."
                                                .formatted(filter))));
        return findings;
    }
}
