package dev.lodestone.importers.materialsproject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MpIdTest {
    @ParameterizedTest
    @CsvSource({
        "mp-149, mp-ft",
        "mp-1141021, mp-cmxxl",
        "mp-1440634, mp-ddzda",
        "mp-1686587, mp-dryyt",
        "mp-0, mp-a",
        "mp-25, mp-z",
        "mp-26, mp-ba",
        "mvc-12, mvc-m"
    })
    void bothSpellingsAreOneIdentifier(String decimal, String letters) {
        var id = MpId.find(decimal).orElseThrow();
        assertThat(MpId.find(letters)).contains(id);
        assertThat(id.decimal()).isEqualTo(decimal);
        assertThat(id.letters()).isEqualTo(letters);
    }

    @Test
    void paddingAndAMissingPrefixChangeNothing() {
        var id = MpId.find("mp-149");
        assertThat(MpId.find("mp-aaaaaaft")).isEqualTo(id);
        assertThat(MpId.find("149")).isEqualTo(id);
        assertThat(MpId.find("ft")).isEqualTo(id);
        assertThat(MpId.find("mp:149")).isEqualTo(id);
    }

    @Test
    void prefixesHaveNumbersOfTheirOwn() {
        assertThat(MpId.find("mvc-149")).isNotEqualTo(MpId.find("mp-149"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mp-", "mp-14x", "mp-149-GGA", "22b40b99719ac570-F5Li1P1-m1-2", "mp-FT"})
    void somethingElseIsNoIdentifier(String text) {
        assertThat(MpId.find(text)).isEmpty();
    }
}
