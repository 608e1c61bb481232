package dev.lodestone.events;

import java.util.regex.Pattern;

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
        if (!Form.OPAQUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    """
                    The %s (%s) is not an identity: 1 to 128 letters, digits, '-', '.', '_' or '~'.
                    Maybe it is a lab name; names go under "names", with a scope.\
                    """
                            .formatted(what, value));
        }
        return value;
    }

    /// The pattern, kept out of the interface's own constants.
    final class Form {
        private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

        private Form() {}
    }
}
