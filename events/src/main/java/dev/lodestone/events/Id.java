package dev.lodestone.events;

/// An opaque identity that stands in an IRI as it is: letters, digits and `- . _ ~` only, at most
/// 128 characters. Lab names, which may hold anything, are [ScopedName]s, not identities.
public sealed interface Id
        permits AgentId,
                ContainerId,
                DatasetId,
                InstrumentId,
                MaterialId,
                ModelId,
                SampleId,
                SourceId,
                WorkflowId {

    /// The identity as written.
    String value();

    /// Checks the form; returns the value.
    ///
    /// @throws IllegalArgumentException naming what is wrong with it
    static String checked(String what, String value) {
        if (!Form.isOpaque(value)) {
            throw new IllegalArgumentException(
                    """
                    The %s (%s) is not an identity: 1 to 128 letters, digits, '-', '.', '_' or '~'.
                    Maybe it is a lab name; names go under "names", with a scope.\
                    """
                            .formatted(what, value));
        }
        return value;
    }

    /// The form, kept out of the interface's own methods. A loop, since events hold many of them.
    final class Form {
        private static final int LONGEST = 128;

        private Form() {}

        private static boolean isOpaque(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean letterOrDigit =
                        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                if (!letterOrDigit && c != '-' && c != '.' && c != '_' && c != '~') {
                    return false;
                }
            }
            return !value.isEmpty() && value.length() <= LONGEST;
        }
    }
}
