/// OQMD: rows of its REST interface, from saved answers or from the service.
///
/// Written against the fields of `/oqmdapi/formationenergy` and recorded rows. The data are under
/// CC BY 4.0 (cite Saal et al., JOM 65, 1501, 2013). What is lost is listed in
/// `docs/sources/oqmd.md`.
@NullMarked
package dev.lodestone.importers.oqmd;

import org.jspecify.annotations.NullMarked;
