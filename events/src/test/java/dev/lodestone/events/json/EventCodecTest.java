package dev.lodestone.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodestone.events.Draft;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final RecordId ID = new RecordId(new UUID(0x7000L, 0x8000000000000001L));

    private static Draft read(String json) {
        return EventCodec.read(json.replace('\'', '"'), () -> ID);
    }

    private static InvalidEvent fault(String json) {
        return catchThrowableOfType(InvalidEvent.class, () -> read(json));
    }

    private static AbstractStringAssert<?> assertFault(String json) {
        return assertThat(fault(json).getMessage());
    }

    private static String measured(String rest) {
        return "{'type':'SampleMeasured','version':1,'participants':{'samples':['a']},'method':'lsk:TensileTest',%s}"
                .formatted(rest);
    }

    private static String strength(String rest) {
        return measured(
                "'results':[{'property':'lsp:yieldStrength','basis':'Measured',%s}]"
                        .formatted(rest));
    }

    private static String quantity(String rest) {
        return strength("'quantity':{%s}".formatted(rest));
    }

    private static String lost(String labTime) {
        return "{'type':'SampleDestroyed','version':1,'participants':{'samples':['a']},'how':'Lost','occurrence':{'labTime':{%s}}}"
                .formatted(labTime);
    }

    // --- What is kept

    @ParameterizedTest
    @ValueSource(strings = {"12.50", "12.5", "0.0", "1E+3", "-273.15", "1132.3284914867481", "7"})
    void aNumberKeepsEveryDigitItWasWrittenWith(String number) {
        var draft = read(quantity("'value':%s,'unit':'MPa'".formatted(number)));
        assertThat(EventCodec.write(draft)).contains("\"value\":" + number + ",");
        assertThat(((SampleMeasured) draft.body()).results().getFirst().asRecorded())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'verbatim':{'a':''}",
                "'verbatim':{'outcome':'Unknown','nature':'Physical'}",
                "'verbatim':{}",
                "'key':'k','verbatim':{'b':'1','a':'2'}"
            })
    void theWritersOwnFieldsAreKeptWhateverTheySay(String origin) {
        var draft = read(measured("'results':[],'origin':{'source':'s',%s}".formatted(origin)));
        var written = EventCodec.write(draft);
        assertThat(written).isEqualTo(EventCodec.toTree(draft).toString());
        assertThat(EventCodec.readStored(written)).isEqualTo(draft);
    }

    @Test
    void theTextOfTheSourceIsKeptWhereItIsGiven() {
        assertThat(
                        EventCodec.write(
                                read(
                                        quantity(
                                                "'value':12.5,'unit':'MPa','asRecorded':'ca. 12,5'"))))
                .contains("\"asRecorded\":\"ca. 12,5\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MPa", "N/mm²", "unit:MegaPA", "http://qudt.org/vocab/unit/MegaPA", "N/mm2"})
    void aUnitIsKeptByItsNameHoweverItWasWritten(String unit) {
        assertThat(EventCodec.write(read(quantity("'value':1,'unit':'%s'".formatted(unit)))))
                .contains("\"unit\":\"unit:MegaPA\"");
    }

    @Test
    void whatSaysNothingIsLeftOut() {
        assertThat(
                        EventCodec.write(
                                read(
                                        """
                                        {'type':'SampleRegistered','version':1,'access':'public','occurrence':{'outcome':'Unknown','agents':[]},
                                         'samples':[{'sample':'a','nature':'Physical','names':[]}]}\
                                        """)))
                .isEqualTo(
                        "{\"type\":\"SampleRegistered\",\"version\":1,\"id\":\"%s\",\"samples\":[{\"sample\":\"a\"}]}"
                                .formatted(ID));
    }

    @Test
    void whatASourceSaysVerbatimIsNeverReadNorLeftOut() {
        var draft =
                read(
                        """
                        {'type':'SampleLinked','version':1,'sample':'a','material':'m','origin':{'source':'s',
                         'verbatim':{'outcome':'Unknown','nature':'Physical','unit':'furlong','value':'1','type':''}}}\
                        """);
        assertThat(draft.source().orElseThrow().verbatim())
                .containsEntry("outcome", "Unknown")
                .containsEntry("unit", "furlong");
        assertThat(EventCodec.readStored(EventCodec.write(draft))).isEqualTo(draft);
    }

    @Test
    void hyperParametersMayHaveAnyName() {
        var draft =
                read(
                        """
                        {'type':'ModelTrained','version':1,'model':'m','name':'n','trainingRowsUnpublished':'no','algorithm':'a',
                         'hyperParameters':{'unit':'none','value':'3','nature':'Physical'},'scores':{'R2 test':0.850}}\
                        """);
        assertThat(EventCodec.write(draft))
                .contains("\"unit\":\"none\"", "\"nature\":\"Physical\"", "\"R2 test\":0.850");
    }

    @Test
    void aRecordWithoutIdGetsOneAndIsTheFirstOfItsEvent() {
        var draft = read("{'type':'SampleLinked','version':1,'sample':'a','material':'m'}");
        assertThat(draft.record()).isEqualTo(ID);
        assertThat(draft.event().value()).isEqualTo(ID.value());
        assertThat(draft.access()).isEqualTo("public");
    }

    @Test
    void namesInAllScriptsAreKept() {
        var draft =
                read(
                        "{'type':'SampleIdentified','version':1,'sample':'a','names':[{'scope':'東京','name':'試料 Å 😀'}]}");
        assertThat(EventCodec.readStored(EventCodec.write(draft))).isEqualTo(draft);
    }

    // --- Lab time

    @Test
    void anInstantIsKeptInUtc() {
        assertThat(EventCodec.write(read(lost("'instant':'2022-08-18T11:30:00+02:00'"))))
                .contains("\"instant\":\"2022-08-18T09:30:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'instant':'2022-08-18T09:30:00'",
                "'instant':'2022-08-18'",
                "'instant':'2022-08-18 09:30:00Z'",
                "'instant':'2022-02-30T09:30:00Z'",
                "'instant':'1660780800'",
                "'instant':''"
            })
    void anInstantWithoutDateTimeAndZoneIsRefused(String labTime) {
        assertFault(lost(labTime))
                .startsWith("[/occurrence/labTime/instant] The text (")
                .contains("Maybe 2022-08-18T09:30:00Z");
    }

    @Test
    void anInstantAsANumberIsRefused() {
        assertFault(lost("'instant':1660780800"))
                .isEqualTo(
                        "[/occurrence/labTime/instant] A text is due here, not (1660780800).\nMaybe put it in quotes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18.08.2022",
                "2022-08-18T12:00:00Z",
                "2022-02-30",
                "2022-8-18",
                "",
                "22-08-18"
            })
    void aDayThatIsNotOfTheCalendarIsRefused(String date) {
        assertFault(lost("'date':'%s'".formatted(date)))
                .startsWith(
                        "[/occurrence/labTime/date] The text (%s) is not a day".formatted(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-13", "2022-8", "August 2022"})
    void aMonthThatIsNoneIsRefused(String month) {
        assertFault(lost("'month':'%s'".formatted(month)))
                .startsWith("[/occurrence/labTime/month] The text (%s)".formatted(month));
    }

    @Test
    void aYearIsANumberOfFourDigits() {
        assertThat(EventCodec.write(read(lost("'year':2022")))).contains("\"year\":2022");
        assertFault(lost("'year':22"))
                .isEqualTo("[/occurrence/labTime/year] The year (22) does not have four digits.");
        assertFault(lost("'year':'2022'"))
                .startsWith(
                        "[/occurrence/labTime/year] A whole number is due here, not (\"2022\").");
    }

    @Test
    void oneFormOfLabTimeIsGivenAtMost() {
        assertFault(lost("'date':'2022-08-18','year':2022"))
                .startsWith("[/occurrence/labTime] The lab time says more than one of");
        assertFault(lost("'from':'2022-08-18T00:00:00Z','to':'2021-08-18T00:00:00Z'"))
                .startsWith("[/occurrence/labTime] The lab time begins");
    }

    // --- What is refused

    @Test
    void anUnknownTypeIsRefusedWithAllKinds() {
        assertFault("{'type':'SampleSeen','version':1}")
                .startsWith("[/type] The type (SampleSeen) is unknown.\nMaybe one of AccessChanged")
                .contains("WorkflowPlanned");
        assertFault("{'version':1}").startsWith("[/type] The event has no type.");
        assertFault("{'type':7,'version':1}").startsWith("[/type] The event has no type.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "'1'", "1.0", "true"})
    void anotherVersionIsRefused(String version) {
        assertFault("{'type':'SampleLinked','version':%s}".formatted(version))
                .startsWith("[/version] The version (")
                .endsWith("Maybe write \"version\":1.");
    }

    @Test
    void aMissingVersionIsRefused() {
        assertFault("{'type':'SampleLinked'}")
                .isEqualTo(
                        "[/version] The event does not say its version.\nMaybe write \"version\":1.");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertFault("{'type':'SampleLinked','version':1,'sample':'a'}")
                .isEqualTo(
                        "[/material] The field is missing.\nMaybe it was left out: it is required.");
    }

    @Test
    void aMisspeltFieldIsNamedBesideTheMissingOne() {
        assertFault("{'type':'SampleLinked','version':1,'sampel':'a','material':'m'}")
                .isEqualTo("[/sample] The field is missing.\nMaybe (sampel) is meant for it.");
    }

    @Test
    void anUnknownFieldIsRefusedWithThoseThereAre() {
        assertFault(measured("'resluts':[]"))
                .startsWith("[/resluts] The field (resluts) is unknown.\nMaybe one of components,")
                .contains("results");
        assertFault(quantity("'value':1,'unit':'MPa','units':'MPa'"))
                .startsWith("[/results/0/quantity/units] The field (units) is unknown.");
    }

    @Test
    void anUnknownWordIsRefusedWithTheList() {
        assertFault(measured("'effect':'eats'"))
                .isEqualTo(
                        "[/effect] The word (eats) is not one of the list.\nMaybe one of none, alters, consumes.");
    }

    @Test
    void anUnknownUnitIsRefusedWithThoseNearIt() {
        assertFault(quantity("'value':1,'unit':'MegaP'"))
                .startsWith("[/results/0/quantity/unit] The unit (MegaP) is unknown.\nMaybe one of")
                .contains("unit:MegaPA");
    }

    @Test
    void aNumberInQuotesIsRefused() {
        assertFault(quantity("'value':'12.50','unit':'MPa'"))
                .isEqualTo(
                        "[/results/0/quantity/value] A number is due here, not (\"12.50\").\nMaybe leave the quotes out.");
        assertFault(strength("'text':'a','count':'2'"))
                .startsWith("[/results/0/count] A whole number is due here, not (\"2\").");
    }

    @Test
    void halfAThingIsNotCounted() {
        assertFault(strength("'text':'a','count':2.5")).startsWith("[/results/0/count] ");
        assertFault(
                        "{'type':'SourceImported','version':1,'source':'s','title':'t','importer':'i','counts':{'read':408.5}}")
                .startsWith("[/counts/read] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "true", "1.5", "[]", "{}"})
    void whatIsNoTextIsRefusedWhereATextIsDue(String value) {
        assertFault(strength("'text':%s".formatted(value)))
                .startsWith("[/results/0/text] A text is due here, not (%s).".formatted(value));
        assertFault(
                        "{'type':'SampleLinked','version':1,'sample':%s,'material':'m'}"
                                .formatted(value))
                .startsWith("[/sample] A text is due here, not (%s).".formatted(value));
        assertFault(
                        "{'type':'SampleLinked','version':1,'access':%s,'sample':'a','material':'m'}"
                                .formatted(value))
                .startsWith("[/access] A text is due here, not (%s).".formatted(value));
    }

    @Test
    void aSingleThingIsRefusedWhereAListIsDue() {
        assertFault(measured("'results':'soft'"))
                .isEqualTo("[/results] A list is due here, not (\"soft\").\nMaybe put it in [ ].");
        assertFault("{'type':'SampleDestroyed','version':1,'participants':['a'],'how':'Lost'}")
                .startsWith("[/participants] An object is due here, not ([\"a\"]).");
    }

    @Test
    void aWordIsRefusedWhereTrueOrFalseIsDue() {
        assertFault(
                        "{'type':'SampleSplit','version':1,'parent':'a','parts':[{'sample':'b'}],'process':'lsk:Cutting','parentConsumed':'yes'}")
                .startsWith("[/parentConsumed] true or false is due here, not (\"yes\").");
    }

    @Test
    void nullIsRefused() {
        assertFault(measured("'results':null"))
                .isEqualTo(
                        "[/results] The value is null.\nMaybe leave it out: what is not known is absent.");
        assertFault(measured("'results':[null]")).startsWith("[/results/0] The value is null.");
        assertFault("{'type':'SampleLinked','version':1,'id':null}").startsWith("[/id] ");
    }

    @Test
    void aValueIsExactlyOneThing() {
        assertFault(strength("'note':'n'"))
                .startsWith("[/results/0] The value of (lsp:yieldStrength) has 0 of");
        assertFault(strength("'text':'a','concept':'lsk:Cubic'"))
                .startsWith("[/results/0] The value of (lsp:yieldStrength) has 2 of");
    }

    @Test
    void aNumberNobodyCanReckonWithIsRefused() {
        assertFault(quantity("'value':1e999999999,'unit':'MPa'"))
                .startsWith("[/results/0/quantity] The number (1E+999999999) is beyond");
        assertFault(quantity("'value':1e-999999999,'unit':'MPa'"))
                .startsWith("[/results/0/quantity] The number (1E-999999999) is beyond");
    }

    @Test
    void anUncertaintyBelowZeroAndBoundsUpsideDownAreRefused() {
        assertFault(quantity("'value':1,'unit':'MPa','uncertainty':-0.1"))
                .startsWith("[/results/0/quantity] The uncertainty (-0.1) is negative.");
        assertFault(strength("'bounds':{'lower':3,'upper':1,'unit':'MPa'}"))
                .startsWith("[/results/0/bounds] The lower bound (3) is above the upper (1).");
        assertFault(strength("'bounds':{'unit':'MPa','asRecorded':'?'}"))
                .startsWith("[/results/0/bounds] The bounds have neither");
    }

    @Test
    void aLengthThatIsNotGivenIsNotZero() {
        var hash = "ab64cfc3966031909dfa51745d8db8420766a4062015eaf1c7ce01c654ff2a1b";
        assertFault(measured("'files':[{'sha256':'%s','name':'Si.cif'}]".formatted(hash)))
                .startsWith("[/files/0/bytes] The field is missing.");
    }

    @Test
    void moreThanAThousandParticipantsAreRefusedWithAHintAtContainers() {
        var many = new StringBuilder("'s0'");
        for (int i = 1; i <= 1000; i++) {
            many.append(",'s").append(i).append('\'');
        }
        assertFault(
                        "{'type':'SampleDestroyed','version':1,'participants':{'samples':[%s]},'how':'Lost'}"
                                .formatted(many))
                .isEqualTo(
                        "[/participants] The event names 1001 participants in a list; the most is 1000.\nMaybe register a container of them and name that.");
    }

    @Test
    void participantsAreAListOrAContainerAndNotBoth() {
        assertFault("{'type':'SampleDestroyed','version':1,'participants':{},'how':'Lost'}")
                .startsWith("[/participants] Participants are either");
        assertFault(
                        "{'type':'SampleDestroyed','version':1,'participants':{'samples':['a','a']},'how':'Lost'}")
                .startsWith("[/participants] The participants repeat a sample.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "0199a000-0000-7000-8000-00000000000",
                "0199a0000-000-7000-8000-000000000001",
                "1-1-1-1-1",
                "0199a000-0000-7000-8000-00000000000g"
            })
    void whatIsNoUuidIsRefused(String id) {
        assertFault("{'type':'SampleLinked','version':1,'id':'%s'}".formatted(id))
                .startsWith("[/id] The record id (%s) is not a UUID".formatted(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a/b", "ä", "a#b", "a?b", "a%20b"})
    void whatIsNoIdentityIsRefused(String id) {
        assertFault(
                        "{'type':'SampleLinked','version':1,'sample':'%s','material':'m'}"
                                .formatted(id))
                .startsWith("[/sample] The sample (%s) is not an identity".formatted(id));
    }

    @Test
    void aFaultInsideARestatedEventIsPointedAt() {
        assertFault(corrected(quantity("'value':1,'unit':'MegaP'")))
                .startsWith("[/restated/results/0/quantity/unit] The unit (MegaP) is unknown.");
        assertFault(corrected(quantity("'value':'1','unit':'MPa'")))
                .startsWith("[/restated/results/0/quantity/value] A number is due");
        assertFault(corrected("{'type':'SampleSeen','version':1}"))
                .startsWith("[/restated/type] The type (SampleSeen) is unknown.");
        assertFault(corrected("{'type':'SampleLinked','version':1,'sample':'a'}"))
                .startsWith("[/restated/material] The field is missing.");
        assertFault(corrected(measured("'id':'0199a000-0000-7000-8000-000000000001'")))
                .startsWith("[/restated/id] The field (id) is unknown.");
        assertFault(corrected("17")).startsWith("[/restated] ");
        assertFault(corrected(corrected(measured("'effect':'none'"))))
                .startsWith("A correction cannot restate a correction");
    }

    private static String corrected(String restated) {
        return "{'type':'RecordCorrected','version':1,'supersedes':['0199a000-0000-7000-8000-000000000001'],'because':'Error','restated':%s}"
                .formatted(restated);
    }

    // --- What is not JSON, or no event

    @ParameterizedTest
    @ValueSource(strings = {"17", "'a'", "[]", "true", "null"})
    void whatIsNoObjectIsNoEvent(String json) {
        assertFault(json).startsWith("An event is a JSON object, not (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void emptyTextIsNoEvent(String json) {
        assertFault(json).isEqualTo("The text is empty; an event is due: a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 90, 100, 120})
    void jsonThatWasCutOffIsSaidToBe(int length) {
        assertFault(quantity("'value':12.5,'unit':'MPa'").substring(0, length))
                .startsWith("The JSON ends in the middle (line 1, column ")
                .endsWith("Maybe the file was cut off.");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertFault("{'type':'SampleLinked','type':'SampleLinked'}")
                .startsWith(
                        "This is not JSON: \"type\" stands twice in one object (line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsRefused(String value) {
        assertFault(quantity("'value':%s,'unit':'MPa'".formatted(value)))
                .startsWith("This is not JSON: ")
                .contains("(line 1, column ");
    }

    @Test
    void twoEventsInOneTextAreRefused() {
        assertFault("{'type':'SampleLinked'} {'type':'SampleLinked'}")
                .startsWith("This is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':"})
    void aTenThousandDeepTextIsRefusedAndDoesNotOverflow(String open) {
        assertFault(open.repeat(10_000)).startsWith("The JSON is too deep or too large: ");
        assertFault(measured("'results':" + open.repeat(10_000)))
                .startsWith("The JSON is too deep or too large: ");
    }

    @Test
    void aNumberOfTwoThousandDigitsIsRefused() {
        assertFault(quantity("'value':%s,'unit':'MPa'".formatted("9".repeat(2_000))))
                .startsWith("The JSON is too deep or too large: ");
    }

    @Test
    void aTextOfHundredMillionCharactersIsRefused() {
        assertFault(strength("'text':'%s'".formatted("x".repeat(100_000_000))))
                .startsWith("The JSON is too deep or too large: ")
                .hasSizeLessThan(400);
    }

    @Test
    void aLongTextIsKeptWhole() {
        var draft = read(strength("'text':'%s'".formatted("x".repeat(1_000_000))));
        assertThat(EventCodec.readStored(EventCodec.write(draft))).isEqualTo(draft);
    }

    @Test
    void halfACharacterIsRefused() {
        assertFault(strength("'text':'a \\ud800 b'"))
                .startsWith("[/results/0/text] The text holds half a character (\\ud800) at 3.");
        assertFault(strength("'text':'\\udc00'"))
                .startsWith("[/results/0/text] The text holds half a character (\\udc00) at 1.");
        assertThat(read(strength("'text':'\\ud83d\\ude00'")).body()).isNotNull();
    }

    @Test
    void aNameOrKeyWithAControlCharacterIsRefused() {
        assertFault(
                        "{'type':'SampleIdentified','version':1,'sample':'a','names':[{'scope':'s','name':'a\\n'}]}")
                .startsWith("[/names/0] The name (s:a\n) holds a control character.");
        assertFault(
                        "{'type':'SampleLinked','version':1,'sample':'a','material':'m','origin':{'source':'s','key':'a\\u0000'}}")
                .startsWith("[/origin] The key (");
    }

    @Test
    void aBlankAccessLabelIsRefused() {
        assertFault("{'type':'SampleLinked','version':1,'access':' ','sample':'a','material':'m'}")
                .startsWith("[/access] The access label ( ) is blank.");
    }

    @Test
    void aFaultInTheOriginIsPointedAt() {
        assertFault(
                        "{'type':'SampleLinked','version':1,'sample':'a','material':'m','origin':{'source':'s','verbatim':{'a':1}}}")
                .startsWith("[/origin/verbatim/a] A text is due here, not (1).");
        assertFault(
                        "{'type':'SampleLinked','version':1,'sample':'a','material':'m','origin':{'key':'k'}}")
                .startsWith("[/origin/source] The field is missing.");
    }
}
