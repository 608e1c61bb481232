package dev.lodestone.importers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one source's format and maps it to events. Found by `ServiceLoader`: name the class in
/// `META-INF/services/dev.lodestone.importers.Importer`.
///
/// An importer writes nothing and looks nothing up in the log. Stateless and safe for many threads;
/// what belongs to one reading lives in its [SourceReading].
public interface Importer {
    /// What people write after `lodestone import`: lower case, digits and dashes.
    String name();

    /// How people call the source or format.
    String title();

    /// What it reads and what becomes of it, in a sentence or two.
    String description();

    /// Which files it accepts, as globs over the file's name (`*.csv`); a directory is named by a
    /// trailing slash (`*/`). For the list people read, and for guessing; a file given by name is
    /// tried whatever it is called.
    List<String> accepts();

    /// The web service it reads when no file and no URL is given, if it has one of its own.
    default Optional<URI> service() {
        return Optional.empty();
    }

    /// Its own settings, name to explanation; a setting it does not name is refused.
    default Map<String, String> settings() {
        return Map.of();
    }

    /// Where it is read from when no path is given: what the options name, else its own service.
    ///
    /// @throws UnreadableSource if they name something that is not known
    default Optional<SourceLocation> location(ImportOptions options) {
        return service().map(SourceLocation.Online::new);
    }

    /// Opens a source far enough to know that it can be read: wrong files are refused here, before
    /// anything is written.
    ///
    /// @throws UnreadableSource with the place and what to do
    SourceReading open(SourceLocation location, ImportContext context);
}
