package dev.lodestone.events.json;

import static dev.lodestone.events.json.EventText.assertFault;
import static dev.lodestone.events.json.EventText.corrected;
import static dev.lodestone.events.json.EventText.measured;
import static dev.lodestone.events.json.EventText.quantity;
import static dev.lodestone.events.json.EventText.strength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON that is not an event: refused where it stands, with what is due there.
class EventFaultsTest {
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
