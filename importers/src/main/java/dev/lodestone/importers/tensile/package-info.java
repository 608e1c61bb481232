/// Tensile tests of 42CrMoS4 with the production history of their specimens: the reference data set
/// of Fraunhofer IWM and Leibniz-IWT, Plattform MaterialDigital.
///
/// Written against the repository `materialdigital/demodata_tensiletest_42CrMoS4` as of 2024-07-26.
/// What is lost is listed in `docs/sources/tensile-42crmos4.md`.
@NullMarked
package dev.lodestone.importers.tensile;

import org.jspecify.annotations.NullMarked;
