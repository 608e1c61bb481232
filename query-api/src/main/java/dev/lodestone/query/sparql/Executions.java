package dev.lodestone.query.sparql;

import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.util.iterator.ExtendedIterator;

/// How every query is run: with our functions, without property functions and without the network,
/// even if something had got past the check of the text.
final class Executions {
    private Executions() {}

    static QueryExecDatasetBuilder of(
            Query query, DatasetGraph graph, FunctionRegistry functions, Duration time) {
        var builder = QueryExecDatasetBuilder.create().query(query).dataset(graph);
        var context = builder.getContext();
        FunctionRegistry.set(context, functions);
        context.set(ARQ.enablePropertyFunctions, false);
        context.set(ARQ.httpServiceAllowed, false);
        QC.setFactory(context, GuardedExecutor::new);
        return builder.timeout(Math.max(1, time.toMillis()));
    }

    /// TDB2 of Jena 6.0.0 fails with "Peek iterator is already empty" where a pattern follows
    /// something that found nothing (apache/jena#3763). Nothing joined with a pattern is nothing.
    private static final class GuardedExecutor extends OpExecutorTDB2 {
        GuardedExecutor(ExecutionContext context) {
            super(context);
        }

        @Override
        protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
            return input.hasNext() ? super.execute(pattern, input) : input;
        }

        @Override
        protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
            return input.hasNext() ? super.execute(pattern, input) : input;
        }

        /// Paths look at the limit of time only between rows, and a row can take for ever.
        @Override
        protected QueryIterator execute(OpPath path, QueryIterator input) {
            var stoppable =
                    ExecutionContext.copyChangeActiveGraph(
                            execCxt, new StoppableGraph(execCxt.getActiveGraph(), execCxt));
            return new QueryIterPath(path.getTriplePath(), input, stoppable);
        }

        @Override
        protected QueryIterator execute(OpFilter filter, QueryIterator input) {
            var onPattern =
                    filter.getSubOp() instanceof OpBGP
                            || filter.getSubOp() instanceof OpQuadPattern;
            return onPattern && !input.hasNext() ? input : super.execute(filter, input);
        }
    }

    private static final class StoppableGraph extends GraphWrapper {
        private final ExecutionContext context;

        StoppableGraph(Graph graph, ExecutionContext context) {
            super(graph);
            this.context = context;
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            context.checkCancelSignal();
            return super.find(pattern);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            context.checkCancelSignal();
            return super.find(subject, predicate, object);
        }
    }
}
