package dev.lodestone.ontology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    static List<String> shapes() {
        return Pattern.compile("^lsh:(\\w+) a sh:NodeShape", Pattern.MULTILINE)
                .matcher(Ontology.lodestone().shapesTurtle())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void thereAreShapes() {
        assertThat(shapes()).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aGoodExampleConforms(String shape) {
        assertThat(check(shape, "good").violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aBadExampleIsTold(String shape) {
        var report = check(shape, "bad");
        assertThat(report.conforms()).isFalse();
        assertThat(report.violations())
                .extracting(ShapeReport.Violation::shape)
                .contains("lsh:" + shape);
    }

    @Test
    void whatIsNotTurtleIsRefusedInWords() {
        assertThatThrownBy(() ->
                        Shapes.validate(new ByteArrayInputStream("Hello, world".getBytes(UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not Turtle");
    }

    private static ShapeReport check(String shape, String sort) {
        var name = "examples/%s.%s.ttl".formatted(shape, sort);
        var stream = ShapesTest.class.getResourceAsStream("/dev/lodestone/ontology/" + name);
        assertThat(stream).as(name).isNotNull();
        return Shapes.validate(stream);
    }
}
