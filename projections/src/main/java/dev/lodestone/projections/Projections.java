package dev.lodestone.projections;

import dev.lodestone.events.log.EventLog;
import dev.lodestone.projections.translate.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All graphs that follow one log, each on a thread of its own.
public final class Projections implements AutoCloseable {
    private final List<KeptGraph> graphs;
    private final List<Follower> followers;

    private Projections(List<KeptGraph> graphs, List<Follower> followers) {
        this.graphs = graphs;
        this.followers = followers;
    }

    /// Begins to follow. The log must outlive what is returned.
    ///
    /// @param meanings gives each graph a meaning of its own, for its own thread
    /// @param graphs closed together with what is returned
    /// @param notice is told, in words, what people who run the store should know
    public static Projections follow(
            EventLog log,
            Supplier<Meaning> meanings,
            List<KeptGraph> graphs,
            FollowerOptions options,
            Consumer<String> notice) {
        var followers = new ArrayList<Follower>();
        for (var graph : graphs) {
            followers.add(new Follower(log, meanings.get(), graph, options, notice));
        }
        followers.forEach(Follower::start);
        return new Projections(List.copyOf(graphs), List.copyOf(followers));
    }

    /// Of every graph.
    public List<Readiness> readiness() {
        return followers.stream().map(Follower::readiness).toList();
    }

    /// The follower of the graph with this name.
    public Optional<Follower> follower(String graph) {
        return followers.stream().filter(follower -> follower.name().equals(graph)).findFirst();
    }

    public List<Follower> followers() {
        return followers;
    }

    /// Lets every follower finish its transaction, joins the threads and closes the graphs.
    @Override
    public void close() {
        followers.forEach(Follower::stop);
        followers.forEach(Follower::close);
        graphs.forEach(KeptGraph::close);
    }
}
