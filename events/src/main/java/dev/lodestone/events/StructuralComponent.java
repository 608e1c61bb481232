package dev.lodestone.events;

import dev.lodestone.ontology.Term;

/// A constituent at one length scale that a measurement or source found in a sample or material:
/// its grains, its vacancies, its binder (M3I3 Table 2). The kind fixes scale and class.
///
/// @param kind a component kind of the ontology, such as `lsk:SecondaryParticle`
public record StructuralComponent(Term kind) {}
