package dev.lodestone.importers.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.nomad.NomadRef.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NomadRefTest {
    @Test
    void everyFormIsRead() {
        assertRef("#/run/0/system/-1", new Target.Itself(), "run", "0", "system", "-1");
        assertRef("../upload/raw/c.archive.json#data", file("c.archive.json"), "data");
        assertRef("../upload/raw/c.archive.json#/data", file("c.archive.json"), "data");
        assertRef("../upload/raw/a%20b/c.archive.json", file("a b/c.archive.json"));
        assertRef("../upload/archive/mainfile/x/y.xml#/data", file("x/y.xml"), "data");
        assertRef("../upload/archive/abc#/data", new Target.ById(Optional.empty(), "abc"), "data");
        assertRef(
                "../uploads/up/archive/abc#data/contents/3",
                new Target.ById(Optional.of("up"), "abc"),
                "data",
                "contents",
                "3");
        assertRef(
                "https://nomad.example/prod/v1/api/v1/uploads/up/archive/abc#/data",
                new Target.ById(Optional.of("up"), "abc"),
                "data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#time", "words", "nomad.datamodel.Sample", "../other/raw/x"})
    void otherTextIsNone(String text) {
        assertThat(NomadRef.find(text)).isEmpty();
    }

    @Test
    void anEntryIdIsMadeOfUploadAndFile() {
        assertThat(NomadEntry.idOf("eln_upload_id", "sample.archive.json"))
                .isEqualTo("bC7byHvWJp62Sn9uiuJUB38MT5j-");
    }

    private static Target file(String name) {
        return new Target.RawFile(Optional.empty(), name);
    }

    private static void assertRef(String text, Target target, String... path) {
        assertThat(NomadRef.find(text)).contains(new NomadRef(target, List.of(path)));
    }
}
