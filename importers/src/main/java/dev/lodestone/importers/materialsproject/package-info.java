/// Materials Project: summary, task, thermo, provenance, insertion electrode and synthesis
/// documents of the API that began in 2022.
///
/// Written against the document models of emmet 0.84 to 0.86 (2026) and recorded answers of 2022.
/// The data are under CC BY 4.0 (cite Jain et al., APL Materials 1, 011002, 2013); rows that say
/// BY-NC are imported only when asked for. What is lost is listed in
/// `docs/sources/materials-project.md`.
@NullMarked
package dev.lodestone.importers.materialsproject;

import org.jspecify.annotations.NullMarked;
