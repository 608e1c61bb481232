package dev.lodestone.events.json;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.intake.Lab;
import java.util.List;

/// What is refused, an event each, for the page of the contract.
final class RefusalExamples {
    private RefusalExamples() {}

    /// An event that is refused.
    ///
    /// @param rule the rule's name, or what sort of fault of form it is
    /// @param holds what must hold
    /// @param json the event, with single quotes
    record Refusal(String rule, String holds, String json) {}

    /// Records that the refusals run into.
    record Prepared(
            RecordId measured, RecordId corrected, RecordId retracted, RecordId container) {}

    static Prepared prepare(Lab lab) {
        lab.record(
                """
                {'type':'SampleRegistered','version':1,'samples':[
                  {'sample':'rod-1'},{'sample':'disc-1'},{'sample':'disc-2'},{'sample':'rod-2'}]}\
                """,
                """
                {'type':'SampleRegistered','version':1,'id':'0199a000-0000-7000-8000-000000000006','samples':[{'sample':'lot-7','amount':{'value':10,'unit':'g'}}]}\
                """);
        lab.record(
                "{'type':'ContainerRegistered','version':1,'container':'shelf-1','containerKind':'lsk:Shelf'}");
        var box =
                lab.recordOne(
                        """
                        {'type':'ContainerRegistered','version':1,'container':'box-1','containerKind':'lsk:Box',
                         'placements':[{'position':'A1','sample':'disc-1'}],'inside':{'container':'shelf-1'}}\
                        """);
        lab.record(
                """
                {'type':'SampleSplit','version':1,'id':'0199a000-0000-7000-8000-000000000004','parent':'rod-1','parts':[{'sample':'disc-1'}],'process':'lsk:Cutting'}\
                """,
                """
                {'type':'SampleDestroyed','version':1,'id':'0199a000-0000-7000-8000-000000000005','occurrence':{'labTime':{'date':'2024-03-01'}},
                 'participants':{'samples':['disc-2']},'how':'Discarded'}\
                """);
        var measured = lab.recordOne(measured("0199a000-0000-7000-8000-000000000001", "12.5"));
        var wrong = lab.recordOne(measured("0199a000-0000-7000-8000-000000000002", "1250"));
        var retraction =
                lab.recordOne(
                        "{'type':'RecordRetracted','version':1,'id':'0199a000-0000-7000-8000-000000000003','retracts':['%s'],'because':'Error'}"
                                .formatted(wrong));
        return new Prepared(measured, wrong, retraction, box);
    }

    private static String measured(String id, String value) {
        return """
        {'type':'SampleMeasured','version':1,'id':'%s','participants':{'samples':['rod-1']},'method':'lsk:DimensionMeasurement',
         'results':[{'property':'lsp:gaugeDiameter','basis':'Measured','quantity':{'value':%s,'unit':'mm'}}]}\
        """
                .formatted(id, value);
    }

    private static String result(String rest) {
        return """
        {'type':'SampleMeasured','version':1,'participants':{'samples':['rod-1']},'method':'lsk:TensileTest','results':[{%s}]}\
        """
                .formatted(rest);
    }

    static List<Refusal> rules(Prepared before) {
        return List.of(
                new Refusal(
                        "TermsAreKnown",
                        "Every kind, property and concept is in the ontology, in the list where it belongs.",
                        """
                        {'type':'SampleProcessed','version':1,'participants':{'samples':['rod-1']},'process':'lsk:Sintring'}\
                        """),
                new Refusal(
                        "TermsAreKnown",
                        "A technique is no process, nor the other way round.",
                        """
                        {'type':'SampleProcessed','version':1,'participants':{'samples':['rod-1']},'process':'lsk:PowderXRD'}\
                        """),
                new Refusal(
                        "UnitsFit",
                        "A number has a unit of its property's dimension, or `lsu:Unknown`.",
                        result(
                                "'property':'lsp:testTemperature','basis':'Measured','quantity':{'value':171.9,'unit':'mAh/g'}")),
                new Refusal(
                        "AmountsAreExtensive",
                        "An amount of a sample is above zero, in a unit of what adds up: mass, volume, area, length, amount of substance, number; or `lsu:Unknown`.",
                        """
                        {'type':'SampleRegistered','version':1,'samples':[{'sample':'lot-8','amount':{'value':12,'unit':'mAh/g'}}]}\
                        """),
                new Refusal(
                        "ValuesPointInside",
                        "A value that names a component or condition of its event names one that is there.",
                        result(
                                "'property':'lsp:grainSize','basis':'Measured','component':1,'quantity':{'value':4,'unit':'µm'}")),
                new Refusal(
                        "RequiredParametersAreGiven",
                        "A process has the parameters without which its kind says nothing, as the ontology declares them.",
                        """
                        {'type':'SampleProcessed','version':1,'participants':{'samples':['rod-1']},'process':'lsk:Ageing'}\
                        """),
                new Refusal(
                        "ThingsAreKnown",
                        "Samples, materials, agents, instruments, containers, plans, models, data sets and records that an event speaks of have been recorded, in the log or earlier in the batch.",
                        """
                        {'type':'SampleLinked','version':1,'sample':'rod-1','material':'steel-42CrMoS4'}\
                        """),
                new Refusal(
                        "PositionsAreInTheContainer",
                        "Participants by container pin a membership of that container, and positions that it has.",
                        """
                        {'type':'SampleStored','version':1,'participants':{'container':
                         {'container':'box-1','membership':'%s','positions':['A1','B7']}}}\
                        """
                                .formatted(before.container())),
                new Refusal(
                        "NoContainerIsInsideItself",
                        "A container does not come to stand in itself, nor in what stands in it by then.",
                        """
                        {'type':'ContainerRegistered','version':1,'container':'shelf-1','containerKind':'lsk:Shelf',
                         'inside':{'container':'box-1','position':'bottom'}}\
                        """),
                new Refusal(
                        "RegionsAreMeasuredInLengths",
                        "Where a region lies is said in a unit of length, or in `lsu:Unknown`.",
                        """
                        {'type':'SampleRegistered','version':1,'samples':[{'sample':'spot-1','nature':'Region','regionOf':'rod-1',
                         'where':{'extent':{'x':1,'y':2,'width':0,'height':0,'unit':'g'}}}]}\
                        """),
                new Refusal(
                        "LabTimeIsNotInTheFuture",
                        "What is recorded as having happened has happened; two days are allowed for clocks and zones.",
                        """
                        {'type':'SampleStored','version':1,'occurrence':{'labTime':{'year':2052}},'participants':{'samples':['rod-1']}}\
                        """),
                new Refusal(
                        "LabTimeIsOfALaboratory",
                        "Nothing happened before there were laboratories (1800), nor at the very zero of a computer's clock (1970-01-01T00:00:00Z and its like), which an empty field becomes.",
                        """
                        {'type':'SampleStored','version':1,'occurrence':{'labTime':{'instant':'1970-01-01T00:00:00Z'}},'participants':{'samples':['rod-1']}}\
                        """),
                new Refusal(
                        "SampleStillExists",
                        "Nothing happens to a sample that is known to have ended before. What cannot be ordered is accepted.",
                        """
                        {'type':'SampleStored','version':1,'occurrence':{'labTime':{'month':'2024-05'}},'participants':{'samples':['disc-2']}}\
                        """),
                new Refusal(
                        "PartsAreNew",
                        "A sample is made once, out of others that are not made of it, and nothing happened to it before it was made.",
                        """
                        {'type':'SampleSplit','version':1,'parent':'rod-2','parts':[{'sample':'disc-1'}],'process':'lsk:Cutting'}\
                        """),
                new Refusal(
                        "NoMoreIsTakenThanRemains",
                        "A split, a merge or a step takes no more of a sample than is known to remain: what it entered with, or was last weighed, less what was taken since. Only amounts of one dimension are compared; up to twice the combined standard uncertainty is allowed.",
                        """
                        {'type':'SampleSplit','version':1,'parent':'lot-7','parts':[
                          {'sample':'vial-1','amount':{'value':6,'unit':'g'}},{'sample':'vial-2','amount':{'value':4500,'unit':'mg'}}],'process':'lsk:Aliquoting'}\
                        """),
                new Refusal(
                        "EventIsRecordedOnce",
                        "A further record of an event that has a live one is a correction.",
                        measured("0199a000-0000-7000-8000-00000000000a", "12.4")
                                .replace(
                                        "'version':1,",
                                        "'version':1,'event':'%s',".formatted(before.measured()))),
                new Refusal(
                        "EndedRecordsAreLive",
                        "A correction or retraction names records that hold, and leaves an event at most one.",
                        """
                        {'type':'RecordRetracted','version':1,'retracts':['%s'],'because':'Error'}\
                        """
                                .formatted(before.corrected())),
                new Refusal(
                        "BatchesAreWhole",
                        "What is part of a batch is recorded with the record that leads it, and a header is not corrected.",
                        """
                        {'type':'RecordRetracted','version':1,'retracts':['%s'],'because':'Error','batch':'%s'}\
                        """
                                .formatted(before.measured(), before.retracted())));
    }

    static List<Refusal> forms() {
        return List.of(
                new Refusal("Not JSON.", "", "{'type':'SampleMeasured' 'version':1}"),
                new Refusal("Cut off.", "", "{'type':'SampleMeasured','version':1,'partici"),
                new Refusal(
                        "A word that is not on its list.",
                        "The same form for types, versions, outcomes, bases and so on.",
                        result("'property':'lsp:yieldStrength','basis':'measured','text':'soft'")),
                new Refusal(
                        "An unknown field.",
                        "",
                        "{'type':'SampleLinked','version':1,'sampel':'rod-1','material':'mp-149'}"),
                new Refusal(
                        "A missing field.",
                        "",
                        "{'type':'SampleLinked','version':1,'sample':'rod-1'}"),
                new Refusal(
                        "A number in quotes.",
                        "",
                        result(
                                "'property':'lsp:yieldStrength','basis':'Measured','quantity':{'value':'1132.3','unit':'MPa'}")),
                new Refusal(
                        "An unknown unit.",
                        "",
                        result(
                                "'property':'lsp:yieldStrength','basis':'Measured','quantity':{'value':1132.3,'unit':'MegaP'}")),
                new Refusal(
                        "An identity that is a name.",
                        "",
                        "{'type':'SampleLinked','version':1,'sample':'rod 1','material':'mp-149'}"),
                new Refusal(
                        "What a kind itself asks for.",
                        "",
                        "{'type':'SampleSplit','version':1,'parent':'rod-1','parts':[{'sample':'rod-1'}],'process':'lsk:Cutting'}"));
    }
}
