/// AFLOW: rows of the search interface AFLUX, from saved answers or from the service.
///
/// Written against the keywords of AFLUX 1.0 and a recorded answer of the older interface. AFLOW
/// asks to cite Curtarolo et al., Comput. Mater. Sci. 58, 227 (2012). What is lost is listed in
/// `docs/sources/aflow.md`.
@NullMarked
package dev.lodestone.importers.aflow;

import org.jspecify.annotations.NullMarked;
