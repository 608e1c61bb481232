/// Reading other people's services over HTTP: requests with deadlines, limits and retries, answers
/// in pages, and the place to go on from when a reading was cut off.
///
/// A service is a [dev.lodestone.importers.http.PagedSource], or a
/// [dev.lodestone.importers.http.GatheredSource] if its entries refer to each other; how its pages
/// follow each other is a [dev.lodestone.importers.http.Paging]; the rest is done here.
@NullMarked
package dev.lodestone.importers.http;

import org.jspecify.annotations.NullMarked;
