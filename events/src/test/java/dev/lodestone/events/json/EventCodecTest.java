package dev.lodestone.events.json;

import static dev.lodestone.events.json.EventText.ID;
import static dev.lodestone.events.json.EventText.assertFault;
import static dev.lodestone.events.json.EventText.lost;
import static dev.lodestone.events.json.EventText.measured;
import static dev.lodestone.events.json.EventText.quantity;
import static dev.lodestone.events.json.EventText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.SampleEvent.SampleMeasured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of an event that is read and written again.
class EventCodecTest {
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
}
