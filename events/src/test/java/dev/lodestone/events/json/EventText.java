package dev.lodestone.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodestone.events.Draft;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.RecordId;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;

/// Events as people write them, with single quotes for double ones, and what is said of them.
final class EventText {
    static final RecordId ID = new RecordId(new UUID(0x7000L, 0x8000000000000001L));

    private EventText() {}

    static Draft read(String json) {
        return EventCodec.read(json.replace('\'', '"'), () -> ID);
    }

    static InvalidEvent fault(String json) {
        return catchThrowableOfType(InvalidEvent.class, () -> read(json));
    }

    static AbstractStringAssert<?> assertFault(String json) {
        return assertThat(fault(json).getMessage());
    }

    static String measured(String rest) {
        return "{'type':'SampleMeasured','version':1,'participants':{'samples':['a']},'method':'lsk:TensileTest',%s}"
                .formatted(rest);
    }

    static String strength(String rest) {
        return measured(
                "'results':[{'property':'lsp:yieldStrength','basis':'Measured',%s}]"
                        .formatted(rest));
    }

    static String quantity(String rest) {
        return strength("'quantity':{%s}".formatted(rest));
    }

    static String lost(String labTime) {
        return "{'type':'SampleDestroyed','version':1,'participants':{'samples':['a']},'how':'Lost','occurrence':{'labTime':{%s}}}"
                .formatted(labTime);
    }

    static String corrected(String restated) {
        return "{'type':'RecordCorrected','version':1,'supersedes':['0199a000-0000-7000-8000-000000000001'],'because':'Error','restated':%s}"
                .formatted(restated);
    }
}
