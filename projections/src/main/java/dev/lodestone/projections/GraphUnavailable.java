package dev.lodestone.projections;

/// The store behind a graph cannot be reached or has no room now. Trying again later may help.
public final class GraphUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GraphUnavailable(String what) {
        super(what);
    }

    public GraphUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
