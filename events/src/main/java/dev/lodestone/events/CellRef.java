package dev.lodestone.events;

/// One value of one record, which is how a training row names its cells: written `{record}-{n}`, as
/// in the value's IRI. Because it points at the record and not at the event, it still shows what a
/// model saw after the event has been corrected.
///
/// @param n the value's number in its record, from 1, as [NumberedValue] counts
public record CellRef(RecordId record, int n) {
    public CellRef {
        if (n < 1) {
            throw new IllegalArgumentException("The value number (%d) is below 1.".formatted(n));
        }
    }

    /// Parses `{record}-{n}`.
    public static CellRef of(String text) {
        int dash = text.lastIndexOf('-');
        if (dash != 36) {
            throw new IllegalArgumentException(
                    """
                    The value reference (%s) is not of the form {record}-{n}.
                    Maybe the number of the value in its record is missing.\
                    """
                            .formatted(text));
        }
        try {
            return new CellRef(
                    RecordId.of(text.substring(0, dash)),
                    Integer.parseInt(text.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The value reference (%s) does not end in a number.".formatted(text), e);
        }
    }

    @Override
    public String toString() {
        return record + "-" + n;
    }
}
