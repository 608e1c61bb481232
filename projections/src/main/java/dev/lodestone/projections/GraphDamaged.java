package dev.lodestone.projections;

/// The store behind a graph cannot be read or written any more. Building the graph anew helps.
public final class GraphDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GraphDamaged(String what) {
        super(what);
    }

    public GraphDamaged(String what, Throwable cause) {
        super(what, cause);
    }
}
