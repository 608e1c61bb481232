/// OPTIMADE: structures of any database that answers in the common format, from saved answers, from
/// the JSON Lines of a whole database, or by HTTP.
///
/// Written against version 1.2 of the specification and recorded answers of servers from 1.0 on.
/// What is known of each database beyond the standard stands in `providers.yaml`. What is lost is
/// listed in `docs/sources/optimade.md`.
@NullMarked
package dev.lodestone.importers.optimade;

import org.jspecify.annotations.NullMarked;
