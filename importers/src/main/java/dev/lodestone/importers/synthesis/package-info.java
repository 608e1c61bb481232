/// Synthesis recipes mined from the text of papers: what was made, from what, and how, as plans
/// that nobody is known to have carried out here.
///
/// Written against the solid-state set of Kononova et al. (Sci. Data 6, 203, 2019) in its releases
/// of 2019, the sol-gel set of 2020 and the recipes that the Materials Project serves. What is lost
/// is listed in `docs/sources/synthesis-recipes.md`.
@NullMarked
package dev.lodestone.importers.synthesis;

import org.jspecify.annotations.NullMarked;
