/// The perovskite cell laboratory: NOMAD archives of the plugin
/// `nomad-perovskite-solar-cell-sample-plains`, as files.
///
/// Written against the plugin as of July 2026 and base sections version 1. References are followed
/// as NOMAD does; what the entries are and their units come from the plugin's schema, which the
/// archives do not carry. What is lost is listed in `docs/sources/perovskite.md`.
@NullMarked
package dev.lodestone.importers.perovskite;

import org.jspecify.annotations.NullMarked;
