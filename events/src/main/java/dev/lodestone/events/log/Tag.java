package dev.lodestone.events.log;

/// What an entry can be found by and conditions can speak of, such as `sample:…` or `event:…`.
///
/// @param key not empty and without a colon, so that {@link #text()} has one reading
/// @param value not empty; neither holds a control character
public record Tag(String key, String value) {
    public Tag {
        if (key.isEmpty() || key.indexOf(':') >= 0 || value.isEmpty() || hasControl(key + value)) {
            throw new IllegalArgumentException(
                    """
                    A tag cannot be made of key (%s) and value (%s).
                    Maybe the key holds a colon, one of them is empty or holds a control character.\
                    """
                            .formatted(key, value));
        }
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// The tag as it is stored: key, colon, value.
    public String text() {
        return key + ":" + value;
    }

    /// The tag that {@link #text()} wrote.
    public static Tag parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("(%s) is not a tag: no colon.".formatted(text));
        }
        return new Tag(text.substring(0, colon), text.substring(colon + 1));
    }
}
