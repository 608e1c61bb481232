/// Reading documents of other people's JSON and YAML so that nothing is lost unnoticed: a file with
/// the place of every document, and a document that knows which of its fields have been used.
@NullMarked
package dev.lodestone.importers.json;

import org.jspecify.annotations.NullMarked;
