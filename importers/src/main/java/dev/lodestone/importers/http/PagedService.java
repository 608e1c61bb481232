package dev.lodestone.importers.http;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.SourceDescription;
import java.util.List;
import java.util.Optional;

/// A service as an importer knows it: where it is, what to ask, and how its pages follow each
/// other.
public interface PagedService {
    /// The host it is read from; closed with the reading.
    HttpSource http();

    /// The question for the first page.
    PageRequest first();

    /// What tells this query from others: checkpoints are kept by it.
    default String question() {
        return first().text();
    }

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

    /// What was odd about the answers, beyond what is said of each reading; asked for after the
    /// last entry.
    default List<Finding> findings() {
        return List.of();
    }
}
