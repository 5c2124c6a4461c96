package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.store.DatasetRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the pages in docs, against the descriptor of the plugin. */
class GoalPagesTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path PAGES = Path.of("..", "docs");
    private static final Pattern GOAL = Pattern.compile("(?<![\\w.])lenet:([a-z]+)");
    private static final Pattern PROPERTY = Pattern.compile("(?:-D|<)lenet\\.([a-zA-Z]+)");

    static Stream<MojoDescriptor> goalsWithAPage() throws Exception {
        return Builds.plugin().getMojos().stream().filter(goal -> Files.exists(page(goal)));
    }

    @ParameterizedTest
    @MethodSource("goalsWithAPage")
    void theTableHoldsEveryParameterInOrder(MojoDescriptor goal) throws IOException {
        var expected = goal.getParameters().stream()
                .filter(Parameter::isEditable)
                .sorted(Comparator.comparing(Parameter::getName))
                .map(parameter -> row(goal, parameter))
                .toList();

        try (var lines = Files.lines(page(goal))) {
            var rows = lines.filter(line -> line.matches("\\| `\\w+` \\| (`lenet\\.\\w+`)? ?\\|.*"))
                    .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1) + 1));
            assertThat(rows).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("goalsWithAPage")
    void theTableTellsEveryDefault(MojoDescriptor goal) throws IOException {
        var expected = goal.getParameters().stream()
                .filter(Parameter::isEditable)
                .filter(parameter -> defaultOf(goal, parameter) != null)
                .map(parameter -> row(goal, parameter) + " `" + defaultOf(goal, parameter) + "` |")
                .toList();

        assertThat(page(goal)).content().contains(expected);
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return Stream.concat(Stream.of(README), files.filter(Files::isRegularFile)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyGoalAndPropertyInAPageExists(Path page) throws Exception {
        var goals = Builds.plugin().getMojos();
        var parameters =
                goals.stream().flatMap(goal -> goal.getParameters().stream()).filter(Parameter::isEditable);

        assertThat(goals.stream().map(MojoDescriptor::getGoal)).containsAll(names(GOAL, page));
        assertThat(parameters.map(Parameter::getName)).containsAll(names(PROPERTY, page));
    }

    @ParameterizedTest
    @MethodSource("goalsWithAPage")
    void theReadmeLeadsToThePage(MojoDescriptor goal) throws IOException {
        assertThat(README).content().contains("(docs/" + goal.getGoal() + ".md)");
    }

    private static List<String> names(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String row(MojoDescriptor goal, Parameter parameter) {
        var expression =
                goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
        var property = expression.isEmpty() ? "" : "`" + expression.substring(2, expression.length() - 1) + "` ";
        return "| `" + parameter.getName() + "` | " + property + "|";
    }

    private static String defaultOf(MojoDescriptor goal, Parameter parameter) {
        return parameter.getName().equals("sources")
                ? String.join(",", DatasetRequest.DEFAULT_SOURCES)
                : goal.getMojoConfiguration().getChild(parameter.getName()).getAttribute("default-value");
    }

    private static Path page(MojoDescriptor goal) {
        return PAGES.resolve(goal.getGoal() + ".md");
    }
}
