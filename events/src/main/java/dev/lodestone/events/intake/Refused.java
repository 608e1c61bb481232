package dev.lodestone.events.intake;

import java.util.List;
import java.util.stream.Collectors;

/// A batch was not recorded, none of it.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Rejection> rejections;

    /// @param rejections at least one
    public Refused(List<Rejection> rejections) {
        super(rejections.stream().map(Rejection::text).collect(Collectors.joining("\n")));
        this.rejections = List.copyOf(rejections);
    }

    /// Why, draft by draft.
    public List<Rejection> rejections() {
        return rejections;
    }

    /// Whether trying again after reading the log anew may help.
    public boolean conflict() {
        return rejections.stream().allMatch(Rejection::conflict);
    }
}
