/// NOMAD: archives as files and as answers of the API version 1.
///
/// Written against NOMAD 1.3 (2024) and its base sections version 1. Published data are under CC BY
/// 4.0; entries under embargo are imported only when asked for. What is lost is listed in
/// `docs/sources/nomad.md`.
@NullMarked
package dev.lodestone.importers.nomad;

import org.jspecify.annotations.NullMarked;
