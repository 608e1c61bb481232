package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.SampleId;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleNamesTest {
    @TempDir Path directory;
    @AutoClose private Lab lab;
    private SampleNames names;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
        names = new SampleNames(lab.log);
        lab.record(
                """
                {'type':'SampleRegistered','version':1,'samples':[
                  {'sample':'s1','names':[{'scope':'iwt-bremen','name':'02'}]},
                  {'sample':'s2','names':[{'scope':'iwm-freiburg','name':'02'},{'scope':'doi:10.1/x','name':'a:b'}]},
                  {'sample':'s3','names':[{'scope':'iwm-freiburg','name':'s1'}]},
                  {'sample':'s4'}]}\
                """);
    }

    @Test
    void aSampleIsFoundByItsIdentity() {
        assertThat(names.resolve("s4")).isEqualTo(new SampleId("s4"));
    }

    @Test
    void aSampleIsFoundByScopeAndName() {
        assertThat(names.resolve("iwt-bremen:02")).isEqualTo(new SampleId("s1"));
        assertThat(names.resolve("iwm-freiburg:02")).isEqualTo(new SampleId("s2"));
    }

    @Test
    void scopesAndNamesMayHoldColons() {
        assertThat(names.resolve("doi:10.1/x:a:b")).isEqualTo(new SampleId("s2"));
        assertThat(names.resolve("a:b")).isEqualTo(new SampleId("s2"));
    }

    @Test
    void aNameThatTwoLabsUseIsRefusedWithBoth() {
        assertThatThrownBy(() -> names.resolve("02"))
                .isInstanceOf(UnresolvedSample.class)
                .hasMessage(
                        """
                        The name (02) stands for 2 samples: s1 (iwt-bremen:02); s2 (iwm-freiburg:02).
                        Maybe give the scope too (scope:name), or the identity.\
                        """);
    }

    @Test
    void anIdentityThatIsTheNameOfAnotherSampleIsRefusedWithBoth() {
        assertThatThrownBy(() -> names.resolve("s1"))
                .hasMessageContaining("2 samples: s1; s3 (iwm-freiburg:s1).");
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> names.resolve("03"))
                .hasMessageStartingWith("No sample is known as (03).");
        assertThatThrownBy(() -> names.resolve("nobody:02"))
                .hasMessageStartingWith("No sample is known");
        assertThatThrownBy(() -> names.resolve(""))
                .hasMessageStartingWith("No sample is known as ().");
        assertThatThrownBy(() -> names.resolve("a\nb"))
                .hasMessageStartingWith("No sample is known");
        assertThatThrownBy(() -> names.resolve(":")).hasMessageStartingWith("No sample is known");
    }

    @Test
    void aNameGivenLaterCountsAndOneThatWasWithdrawnDoesNot() {
        var given =
                lab.recordOne(
                        "{'type':'SampleIdentified','version':1,'sample':'s4','names':[{'scope':'x','name':'46NT01'}]}");
        assertThat(names.resolve("46NT01")).isEqualTo(new SampleId("s4"));
        lab.record(EventText.retraction(given.toString()));
        assertThatThrownBy(() -> names.resolve("46NT01")).isInstanceOf(UnresolvedSample.class);
    }

    @Test
    void aNameThatWasCorrectedIsFoundByTheRightOneOnly() {
        var given =
                lab.recordOne(
                        "{'type':'SampleIdentified','version':1,'sample':'s4','names':[{'scope':'x','name':'46NT01'}]}");
        lab.record(
                EventText.correction(
                        given.toString(),
                        "{'type':'SampleIdentified','version':1,'sample':'s4','names':[{'scope':'x','name':'46NT10'}]}"));
        assertThat(names.resolve("x:46NT10")).isEqualTo(new SampleId("s4"));
        assertThatThrownBy(() -> names.resolve("46NT01")).isInstanceOf(UnresolvedSample.class);
    }

    @Test
    void partsAndResultsHaveNamesToo() {
        lab.record(
                "{'type':'SampleSplit','version':1,'parent':'s4','parts':[{'sample':'p','names':[{'scope':'x','name':'part'}]}],'process':'lsk:Cutting'}",
                "{'type':'SamplesMerged','version':1,'inputs':[{'sample':'s1'},{'sample':'p'}],'result':{'sample':'m','names':[{'scope':'x','name':'mix'}]},'process':'lsk:Mixing'}");
        assertThat(names.resolve("x:part")).isEqualTo(new SampleId("p"));
        assertThat(names.resolve("mix")).isEqualTo(new SampleId("m"));
    }
}
