package dev.lodestone.importers.http;

import tools.jackson.databind.JsonNode;

/// An answer of a service.
///
/// @param number from 1, counted on when a reading is resumed
/// @param pointer where its entries stand in it
public record Page(int number, PageRequest asked, String pointer, JsonNode answer) {
    /// The entries: an array, which may be empty.
    public JsonNode entries() {
        return answer.at(pointer);
    }

    /// Where an entry stands, for people: the address with a JSON pointer; of a query that is sent,
    /// which all have the same address, also the page.
    public String place(int entry) {
        var page = asked.body().isPresent() ? " page " + number : "";
        return asked.uri() + page + "#" + pointer + "/" + entry;
    }
}
