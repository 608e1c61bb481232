package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.Tag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The prepared statements of one connection, the most recently used of them kept. Not for several
/// threads.
final class Statements implements AutoCloseable {
    private static final int KEPT = 64;

    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true);

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
            if (kept.size() > KEPT) {
                Map.Entry<String, PreparedStatement> eldest = kept.pollFirstEntry();
                if (eldest != null) {
                    eldest.getValue().close();
                }
            }
        }
        return statement;
    }

    /// A query for the positions that a criterion picks, after one position and up to another; to
    /// be bound by {@link #bind}.
    static String positions(Criterion criterion) {
        int kinds = criterion.anyKind().size();
        String kindList = "(" + "?,".repeat(Math.max(0, kinds - 1)) + "?)";
        if (criterion.allTags().isEmpty()) {
            return "SELECT position FROM entry WHERE position > ? AND position <= ?"
                    + (kinds == 0 ? "" : " AND kind IN " + kindList);
        }
        return "SELECT t.position AS position FROM entry_tag t"
                + " WHERE t.position > ? AND t.position <= ? AND t.tag = ?"
                + """
                 AND EXISTS (SELECT 1 FROM entry_tag o WHERE o.tag = ? AND o.position = t.position)
                """
                        .repeat(criterion.allTags().size() - 1)
                + (kinds == 0
                        ? ""
                        : " AND (SELECT e.kind FROM entry e WHERE e.position = t.position) IN "
                                + kindList);
    }

    /// Binds the parameters of {@link #positions(Criterion)}.
    ///
    /// @return the index of the next parameter
    static int bind(
            PreparedStatement statement, int from, Criterion criterion, long after, long upTo)
            throws SQLException {
        int index = from;
        statement.setLong(index++, after);
        statement.setLong(index++, upTo);
        for (Tag tag : criterion.allTags()) {
            statement.setString(index++, tag.text());
        }
        for (String kind : criterion.anyKind()) {
            statement.setString(index++, kind);
        }
        return index;
    }

    /// The positions that any of the criteria picks, in order, each once; with a limit as the last
    /// parameter. SQLite merges the parts as it goes, each from its index.
    static String positions(List<Criterion> anyOf) {
        var sql = new StringBuilder();
        for (Criterion criterion : anyOf) {
            sql.append(sql.isEmpty() ? "" : " UNION ").append(positions(criterion));
        }
        return sql.append(" ORDER BY 1 LIMIT ?").toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
