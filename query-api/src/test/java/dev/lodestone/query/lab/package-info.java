/// A small lab whose events are told in a file, for questions with known answers.
@NullMarked
package dev.lodestone.query.lab;

import org.jspecify.annotations.NullMarked;
