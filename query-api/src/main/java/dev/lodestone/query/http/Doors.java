package dev.lodestone.query.http;

import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.audit.AuditDoor;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.PastGraphs;
import dev.lodestone.query.sparql.SparqlService;

/// What the server leads to.
///
/// @param iris with the base of the store's IRIs
/// @param queries asks the canned queries
/// @param past the graph as it was; stays open
public record Doors(
        EventLog log,
        EventIntake intake,
        Iris iris,
        SparqlService sparql,
        GraphQueries queries,
        PastGraphs past,
        AuditDoor audits,
        GraphWatch graphs) {}
