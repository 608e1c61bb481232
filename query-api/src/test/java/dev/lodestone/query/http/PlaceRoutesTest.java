package dev.lodestone.query.http;

import static dev.lodestone.query.http.ServedLab.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.json.EventCodec;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Where the samples of the example batch are, through the server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceRoutesTest {
    private static final String CONTENTS = "/api/v1/containers/%s/contents";

    private ServedLab served;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLab(directory);
        var batch =
                EventCodec.class.getResourceAsStream("/dev/lodestone/events/examples/batch.jsonl");
        served.record(Objects.requireNonNull(batch));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void whereASampleIsIsToldWithBoxFreezerRoomAndWhoHasIt() throws Exception {
        var path = "/api/v1/samples/P7-01/whereabouts";
        var there = served.json(path);
        assertThat(there.at("/path/0/at").stringValue()).isEqualTo("A1");
        assertThat(there.at("/path/0/label").stringValue()).isEqualTo("box 3");
        assertThat(there.path("path").size()).isEqualTo(3);
        assertThat(there.at("/custody/0/label").stringValue()).isEqualTo("Kim");
        var words = served.get(path, "text/plain");
        assertThat(words.body())
                .contains("In A1 of box 3, shelf 2 of freezer 2, room 1.04")
                .contains("Kim, from 2025-03-04 until now");
        assertThat(words.headers().firstValue("Lodestone-Basis"))
                .contains(served.lab().log().head().toString());
    }

    @Test
    void whatStandsInAContainerIsToldByNameAndByIri() throws Exception {
        var box = served.json(CONTENTS.formatted(encoded("box 3")));
        assertThat(box.path("things").valueStream())
                .extracting(thing -> thing.path("label").stringValue())
                .contains("P7-01", "P7-24");
        assertThat(served.json(CONTENTS.formatted(encoded(box.path("container").stringValue()))))
                .isEqualTo(box);
        assertThat(served.get(CONTENTS.formatted("freezer-2"), "text/plain").body())
                .contains("box 3")
                .doesNotContain("P7-24");
        assertThat(served.get(CONTENTS.formatted("freezer-2") + "?deep=true", "text/plain").body())
                .contains("box 3", "P7-24");
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsAProblem() throws Exception {
        var nobody = served.get("/api/v1/samples/P7-99/whereabouts", "*/*");
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(nobody.body()).contains("There is no sample (P7-99)", "Maybe");
        var none = served.get(CONTENTS.formatted(encoded("box 4")), "*/*");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("container-unknown", "There is no container (box 4)");
        assertThat(served.get(CONTENTS.formatted("freezer-2") + "?deep=very", "*/*").statusCode())
                .isEqualTo(400);
        assertThat(served.get(CONTENTS.formatted("freezer-2"), "image/png").statusCode())
                .isEqualTo(406);
    }
}
