package dev.lodestone.importers.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.nomad.TaskGraph.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskGraphTest {
    @Test
    void aTaskComesAfterThoseWhoseOutputItTakes() {
        assertThat(
                        told(
                                Set.of("a"),
                                task("1", "a", "b"),
                                task("2", "b", "c"),
                                task("3", "a c", "")))
                .containsExactly("1 after []", "2 after [1]", "3 after [2]");
    }

    @Test
    void tasksThatNeedNothingOfEachOtherAreInNoOrder() {
        assertThat(told(Set.of("a"), task("1", "a", "b"), task("2", "a", "c"), task("3", "a", "d")))
                .containsExactly("1 after []", "2 after []", "3 after []");
    }

    @Test
    void theListIsNoOrder() {
        assertThat(told(Set.of(), task("last", "b", "c"), task("first", "a", "b")))
                .containsExactly("last after [first]", "first after []");
    }

    @Test
    void tasksThatChangeTheSameThingFollowEachOtherAsTheyAreListed() {
        assertThat(told(Set.of("s"), task("1", "s", "s"), task("2", "s", "s"), task("3", "s", "x")))
                .containsExactly("1 after []", "2 after [1]", "3 after [1, 2]");
    }

    @Test
    void whatIsThereFromTheBeginningIsNotWaitedForUntilItIsChanged() {
        assertThat(told(Set.of("s"), task("look", "s", "x"), task("heat", "s", "s")))
                .containsExactly("look after []", "heat after []");
    }

    @Test
    void tasksInACircleAreInNoOrderAndAreTold() {
        var graph =
                new TaskGraph(
                        List.of(task("1", "c", "a"), task("2", "a", "b"), task("3", "b", "c")),
                        Set.of());

        assertThat(graph.inCircles()).containsExactly(0, 1, 2);
        assertThat(words(graph)).containsExactly("1 after []", "2 after []", "3 after []");
    }

    @Test
    void aTaskOfTasksEndsWithItsLastAndBeginsWithItsFirst() {
        var relax =
                new Task(
                        "relax",
                        "",
                        Set.of("a"),
                        Set.of("end"),
                        List.of(task("r1", "a", "b"), task("r2", "b", "c"), task("r3", "b", "d")));
        var after =
                new Task(
                        "after",
                        "",
                        Set.of("end"),
                        Set.of(),
                        List.of(
                                task("s1", "end", "e"),
                                task("s2", "e d", "f"),
                                task("s3", "", "g")));

        assertThat(told(Set.of("a"), task("make", "", "a"), relax, after))
                .containsExactly(
                        "make after []",
                        "r1 after [make]",
                        "r2 after [r1]",
                        "r3 after [r1]",
                        "s1 after [r2, r3]",
                        "s2 after [r3, s1]",
                        "s3 after [r2, r3]");
    }

    private static List<String> told(Set<String> supplied, Task... tasks) {
        return words(new TaskGraph(Arrays.asList(tasks), supplied));
    }

    private static List<String> words(TaskGraph graph) {
        var words = new ArrayList<String>();
        for (int i = 0; i < graph.leaves().size(); i++) {
            words.add(
                    graph.leaves().get(i).name()
                            + " after "
                            + graph.after(i).stream()
                                    .map(l -> graph.leaves().get(l).name())
                                    .toList());
        }
        return words;
    }

    private static Task task(String name, String takes, String gives) {
        return new Task(name, "", words(takes), words(gives), List.of());
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" ", -1));
    }
}
