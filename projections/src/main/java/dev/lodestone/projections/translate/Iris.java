package dev.lodestone.projections.translate;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.CellRef;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.DatasetId;
import dev.lodestone.events.EventId;
import dev.lodestone.events.Id;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.WorkflowId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The IRIs of things. Datum and component IRIs come from the record, so that a corrected value is
/// a new node; state IRIs from the sample and the event that left it so.
///
/// @param base without a trailing slash
public record Iris(String base) {
    /// The base where none is configured.
    public static final String DEFAULT_BASE = "https://lodestone.local/id";

    /// With the default base.
    public static final Iris DEFAULT = new Iris(DEFAULT_BASE);

    /// `{base}/sample/{id}` and its like, one folder a sort of thing.
    public String of(Id id) {
        return base
                + switch (id) {
                    case SampleId _ -> "/sample/";
                    case MaterialId _ -> "/material/";
                    case AgentId _ -> "/agent/";
                    case InstrumentId _ -> "/instrument/";
                    case ContainerId _ -> "/container/";
                    case DatasetId _ -> "/dataset/";
                    case ModelId _ -> "/model/";
                    case WorkflowId _ -> "/workflow/";
                    case SourceId _ -> "/source/";
                }
                + id.value();
    }

    /// `{base}/record/{record}`.
    public String of(RecordId record) {
        return base + "/record/" + record;
    }

    /// `{base}/event/{event}`.
    public String of(EventId event) {
        return base + "/event/" + event;
    }

    /// `{base}/state/{sample}/{event}`: the state that the event left the sample in.
    public String state(SampleId sample, EventId event) {
        return base + "/state/" + sample + "/" + event;
    }

    /// `{base}/datum/{record}-{n}`.
    public String of(CellRef cell) {
        return base + "/datum/" + cell;
    }

    /// `{base}/component/{record}-{n}`.
    public String component(RecordId record, int n) {
        return base + "/component/" + record + "-" + n;
    }

    /// `{base}/file/{record}-{n}`. The same bytes in two records are two nodes with one hash.
    public String file(RecordId record, int n) {
        return base + "/file/" + record + "-" + n;
    }

    /// `{record}/period/{from}`: a stretch of positions at which the record held.
    public String period(RecordId record, long from) {
        return of(record) + "/period/" + from;
    }

    /// `{event}/input/{sample}`: what a merge took of a sample.
    public String input(EventId event, SampleId sample) {
        return of(event) + "/input/" + sample;
    }

    /// `{base}/dataset/{id}/row/{n}`, from 1.
    public String row(DatasetId dataset, int n) {
        return of(dataset) + "/row/" + n;
    }

    /// `{base}/workflow/{id}/step/{step}`, percent-encoded.
    public String step(WorkflowId workflow, String step) {
        return of(workflow)
                + "/step/"
                + URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
