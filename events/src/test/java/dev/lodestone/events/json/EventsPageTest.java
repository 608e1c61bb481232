package dev.lodestone.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.intake.IntakeRules;
import dev.lodestone.events.intake.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The page of the contract says what the code does: its schemas, examples and messages are the
/// code's own. `-Dlodestone.update-docs=true` rewrites them.
class EventsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "events.md");
    private static final boolean UPDATE = Boolean.getBoolean("lodestone.update-docs");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "<!-- (schema|example) (\\w+) -->\n```json\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern REFUSALS =
            Pattern.compile("<!-- refusals (\\w+) -->\n(.*?)<!-- end -->\n", Pattern.DOTALL);

    @Test
    void theSchemasAndExamplesOnThePageAreThoseOfTheCode() throws IOException {
        var definitions = EventSchema.definitions();
        check(
                BLOCK,
                found -> {
                    var name = found.group(2);
                    var content =
                            found.group(1).equals("example")
                                    ? Lab.example(name)
                                    : pretty(definitions.get(name)) + "\n";
                    return "<!-- %s %s -->\n```json\n%s```\n"
                            .formatted(found.group(1), name, content);
                });
    }

    @Test
    void thePageHasTheSchemaOfEveryKindAndPartAndTheExampleOfEveryKind() throws IOException {
        var schemas = new TreeSet<String>();
        var examples = new TreeSet<String>();
        var matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            (matcher.group(1).equals("schema") ? schemas : examples).add(matcher.group(2));
        }
        assertThat(schemas)
                .containsExactlyInAnyOrderElementsOf(EventSchema.definitions().propertyNames());
        assertThat(examples).containsExactlyInAnyOrderElementsOf(Kinds.names());
    }

    @Test
    void thePageExplainsEveryFieldOfEveryKind() throws IOException {
        var page = Files.readString(PAGE);
        for (var kind : Kinds.records().values()) {
            var section = page.substring(page.indexOf("\n### " + kind.getSimpleName() + "\n"));
            var table = section.substring(0, section.indexOf("Example:"));
            var fields =
                    table.lines()
                            .filter(line -> line.startsWith("| `"))
                            .map(line -> line.substring(3, line.indexOf('`', 3)))
                            .toList();
            assertThat(fields)
                    .as(kind.getSimpleName())
                    .containsExactlyElementsOf(
                            Arrays.stream(kind.getRecordComponents())
                                    .map(component -> component.getName())
                                    .toList());
        }
    }

    @Test
    void thePageNamesEveryRuleWithTheMessageItGives(@TempDir Path directory) throws IOException {
        try (var lab = new Lab(directory)) {
            var ids = RefusalExamples.prepare(lab);
            var rules = RefusalExamples.rules(ids);
            assertThat(rules.stream().map(RefusalExamples.Refusal::rule).distinct())
                    .containsExactlyElementsOf(
                            IntakeRules.all().stream()
                                    .map(rule -> rule.getClass().getSimpleName())
                                    .toList());
            var byRule = new StringBuilder("\n");
            for (var refusal : rules) {
                var rejection = lab.refused(refusal.json()).getFirst();
                assertThat(rejection.rule()).as(refusal.json()).isEqualTo(refusal.rule());
                byRule.append(section(refusal, rejection.text(), rejection.conflict()));
            }
            var byForm = new StringBuilder("\n");
            for (var refusal : RefusalExamples.forms()) {
                byForm.append(section(refusal, fault(lab, refusal.json()), false));
            }
            check(
                    REFUSALS,
                    found ->
                            "<!-- refusals %s -->\n%s<!-- end -->\n"
                                    .formatted(
                                            found.group(1),
                                            found.group(1).equals("rules") ? byRule : byForm));
        }
    }

    private static String section(
            RefusalExamples.Refusal refusal, String message, boolean conflict) {
        return """
        **%s** %s%s

        ```
        %s
        ```

        """
                .formatted(
                        refusal.rule(),
                        refusal.holds().isEmpty() ? "" : " " + refusal.holds(),
                        conflict ? " *Conflict.*" : "",
                        message.lines().collect(Collectors.joining("\n")));
    }

    private static String fault(Lab lab, String json) {
        try {
            throw new AssertionError("it is read: " + Arrays.toString(lab.drafts(json)));
        } catch (InvalidEvent e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void check(
            Pattern blocks, java.util.function.Function<MatchResult, String> rewrite)
            throws IOException {
        var page = Files.readString(PAGE);
        var matcher = blocks.matcher(page);
        var due = matcher.replaceAll(found -> Matcher.quoteReplacement(rewrite.apply(found)));
        if (UPDATE) {
            Files.writeString(PAGE, due);
        } else {
            assertThat(page)
                    .as("run the test with -Dlodestone.update-docs=true to rewrite the page")
                    .isEqualTo(due);
        }
    }

    /// Indented, but what fits on a line stands on one.
    private static String pretty(JsonNode node) {
        return pretty(node, "");
    }

    private static String pretty(JsonNode node, String indent) {
        var flat = node.toString();
        if (!node.isContainer() || flat.length() + indent.length() <= 90) {
            return flat;
        }
        var inner = indent + "  ";
        if (node instanceof ObjectNode object) {
            return object.properties().stream()
                    .map(field ->
                            inner + '"' + field.getKey() + "\": " + pretty(field.getValue(), inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return node.valueStream()
                .map(child -> inner + pretty(child, inner))
                .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }
}
