package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.query.LodestoneException.Forbidden;
import dev.lodestone.query.LodestoneException.Incorrect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionRegistry;

/// Refuses queries that would reach out of the store or into the program: SERVICE wherever it
/// stands, functions and property functions that load code. Works on the algebra, where sub-queries
/// and patterns inside expressions have no place to hide.
final class QueryCheck {
    private static final List<String> LOADING =
            List.of(
                    "java:",
                    "http://jena.apache.org/ARQ/",
                    "http://jena.hpl.hp.com/ARQ/",
                    "http://jena.apache.org/text#",
                    "http://jena.apache.org/spatial#");

    private final FunctionRegistry functions;

    QueryCheck(FunctionRegistry functions) {
        this.functions = functions;
    }

    void check(Query query) {
        if (!query.isDescribeType() || query.getQueryPattern() != null) {
            check(Algebra.compile(query));
        }
    }

    private void check(Op op) {
        Walker.walk(op, new Patterns(this), new Expressions(this::checkFunction));
    }

    private void check(Expr expression) {
        Walker.walk(expression, new Patterns(this), new Expressions(this::checkFunction));
    }

    private void checkFunction(ExprFunction function) {
        var iri = function.getFunctionIRI();
        if (function.getOpName() == null
                && "call".equals(function.getFunctionSymbol().getSymbol())) {
            throw new Forbidden(
                    "sparql-function",
                    "The function CALL is not offered here, because it can load code.",
                    Map.of("function", "CALL"));
        }
        if (iri == null) {
            return;
        }
        refuseLoading(iri, "function");
        if (!functions.isRegistered(iri)) {
            throw new Incorrect(
                    "sparql-function",
                    """
                    The function (%s) is not known.
                    Maybe lsf:in(?si, unit:...), lsf:si(number, unit:...), or one of SPARQL itself.\
                    """
                            .formatted(Namespaces.shorten(iri)),
                    Map.of("function", iri));
        }
    }

    private static void refuseLoading(String iri, String what) {
        if (LOADING.stream().anyMatch(iri::startsWith)) {
            throw new Forbidden(
                    "sparql-function",
                    "The %s (%s) is not offered here, because it can load code or reach other systems."
                            .formatted(what, iri),
                    Map.of("function", iri));
        }
    }

    private static final class Patterns extends OpVisitorBase {
        private final QueryCheck check;

        Patterns(QueryCheck check) {
            this.check = check;
        }

        @Override
        public void visit(OpOrder order) {
            order.getConditions().forEach(condition -> check.check(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            for (var aggregate : group.getAggregators()) {
                var expressions = aggregate.getAggregator().getExprList();
                if (expressions != null) {
                    expressions.forEach(check::check);
                }
            }
        }

        @Override
        public void visit(OpService service) {
            var where = service.getService();
            throw new Forbidden(
                    "sparql-service",
                    """
                    SERVICE (%s) is not offered here: a query stays inside this store.
                    Maybe ask the other endpoint yourself and join the answers.\
                    """
                            .formatted(where.isURI() ? where.getURI() : where),
                    Map.of("service", where.toString()));
        }

        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(triple -> checkPredicate(triple.getPredicate()));
        }

        private static void checkPredicate(Node predicate) {
            if (predicate.isURI()) {
                refuseLoading(predicate.getURI(), "property function");
            }
        }
    }

    private static final class Expressions extends ExprVisitorBase {
        private final Consumer<ExprFunction> check;

        Expressions(Consumer<ExprFunction> check) {
            this.check = check;
        }

        @Override
        public void visit(ExprFunction0 function) {
            check.accept(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            check.accept(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            check.accept(function);
        }

        @Override
        public void visit(ExprFunction3 function) {
            check.accept(function);
        }

        @Override
        public void visit(ExprFunctionN function) {
            check.accept(function);
        }
    }
}
