package dev.lodestone.events.intake;

/// Events as people write them, with single quotes for double ones ([Lab#drafts]).
final class EventText {
    private EventText() {}

    static String registered(String id, String... samples) {
        var list = new StringBuilder();
        for (var sample : samples) {
            list.append(list.isEmpty() ? "" : ",").append("{'sample':'%s'}".formatted(sample));
        }
        return "{'type':'SampleRegistered','version':1%s,'samples':[%s]}"
                .formatted(id.isEmpty() ? "" : ",'id':'" + id + "'", list);
    }

    static String measured(String sample, String rest) {
        return "{'type':'SampleMeasured','version':1,'participants':{'samples':['%s']},'method':'lsk:TensileTest',%s}"
                .formatted(sample, rest);
    }

    static String destroyed(String sample, String labTime) {
        return "{'type':'SampleDestroyed','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']},'how':'Discarded'}"
                .formatted(labTime, sample);
    }

    static String stored(String sample, String labTime) {
        return "{'type':'SampleStored','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']}}"
                .formatted(labTime, sample);
    }

    static String split(String parent, String rest, String... parts) {
        return registered("", parts)
                .replace("SampleRegistered", "SampleSplit")
                .replace(
                        "'samples':",
                        "'parent':'%s',%s'process':'lsk:Cutting','parts':".formatted(parent, rest));
    }

    static String merged(String result, String rest, String... inputs) {
        return registered("", inputs)
                .replace("SampleRegistered", "SamplesMerged")
                .replace(
                        "'samples':",
                        "%s'result':{'sample':'%s'},'process':'lsk:Mixing','inputs':"
                                .formatted(rest, result));
    }

    static String correction(String supersedes, String restated) {
        return "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                .formatted(supersedes, restated);
    }

    static String retraction(String retracts) {
        return "{'type':'RecordRetracted','version':1,'retracts':['%s'],'because':'Error'}"
                .formatted(retracts);
    }
}
