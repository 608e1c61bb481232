package dev.lodestone.events;

/// Line ends, tabs and the like, which come along when a name is copied and cannot be seen.
public final class ControlCharacters {
    private ControlCharacters() {}

    /// Whether the text holds one. A loop, since every name and key is asked.
    public static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
