package dev.lodestone.importers.http;

import dev.lodestone.importers.SourceDescription;
import java.util.Optional;

/// A service as an importer knows it: where it is, what to ask, and how its pages follow each
/// other.
public interface PagedService {
    /// The host it is read from; closed with the reading.
    HttpSource http();

    /// The question for the first page. It stands for the whole query: checkpoints are kept by it.
    PageRequest first();

    /// How pages follow each other.
    Paging paging();

    /// The version of the service's data, asked for before the first and after the last page;
    /// absent where the service does not tell it apart from its pages.
    default Optional<String> version() {
        return Optional.empty();
    }

    /// What is being read.
    ///
    /// @param version of the data, as the service or its first page told it
    /// @param sha256 what to describe it with: before the reading of the question, after it of all
    ///   pages
    SourceDescription describe(Optional<String> version, String sha256);
}
