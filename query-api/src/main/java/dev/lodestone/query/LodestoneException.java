package dev.lodestone.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a question got no answer. The first line of the message says what, with the values; a second
/// one, where there is one, begins with "Maybe" and says what to do. Never a stack trace, never the
/// name of a class: the message is for whoever asked.
public abstract sealed class LodestoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> values;

    LodestoneException(
            String code, String message, Map<String, ?> values, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// A short name for programs, such as `sparql-syntax`; it does not change.
    public final String code() {
        return code;
    }

    /// What the message speaks of, for programs: texts, numbers, lists of them.
    public final Map<String, Object> values() {
        return values;
    }

    /// The message, which is never absent here.
    public final String text() {
        return String.valueOf(getMessage());
    }

    /// The question is wrong: it cannot be read, or names what does not exist.
    public static final class Incorrect extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Incorrect(String code, String message) {
            this(code, message, Map.of());
        }

        public Incorrect(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }
    }

    /// What was asked for is not there.
    public static final class NotFound extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public NotFound(String code, String message) {
            this(code, message, Map.of());
        }

        public NotFound(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }
    }

    /// It was right when written and has been overtaken, or fits several things.
    public static final class Conflict extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Conflict(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }
    }

    /// It is understood and not allowed.
    public static final class Forbidden extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }
    }

    /// It is understood and not offered.
    public static final class Unsupported extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }
    }

    /// Too much is going on; the same question may do later.
    public static final class Busy extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Busy(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }
    }

    /// A part that is needed is not ready, or a limit was reached.
    public static final class Unavailable extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String code, String message, Map<String, ?> values) {
            super(code, message, values, null);
        }

        public Unavailable(String code, String message, Map<String, ?> values, Throwable cause) {
            super(code, message, values, cause);
        }
    }

    /// We are to blame.
    public static final class Fault extends LodestoneException {
        private static final long serialVersionUID = 1L;

        public Fault(String message, Throwable cause) {
            super("fault", message, Map.of(), cause);
        }
    }
}
