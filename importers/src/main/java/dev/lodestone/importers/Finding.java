package dev.lodestone.importers;

/// Something a reader should know about what was imported all the same.
///
/// @param place where in the source
/// @param what in words, with the value
public record Finding(String place, String what) {
    @Override
    public String toString() {
        return place.isEmpty() ? what : "[" + place + "] " + what;
    }
}
