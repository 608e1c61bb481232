/// HELAO: logs of automated laboratory stations, one zip a sequence of experiments.
///
/// Written against files of version 2023.01.04 of `helao-async`, the control software of Caltech's
/// High Throughput Experimentation group. What is lost is listed in `docs/sources/helao.md`.
@NullMarked
package dev.lodestone.importers.helao;

import org.jspecify.annotations.NullMarked;
