package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenValuesTest {

    static Stream<Arguments> booleans() throws Exception {
        return Builds.plugin().getMojos().stream()
                // Maven's tools generate it.
                .filter(goal -> !goal.getGoal().equals("help"))
                .flatMap(goal -> goal.getParameters().stream()
                        .filter(parameter ->
                                Set.of("boolean", "java.lang.Boolean").contains(parameter.getType()))
                        .map(parameter -> Arguments.of(goal.getGoal(), parameter.getName())));
    }

    @Test
    void knowsTheBooleansOfEveryGoal() throws Exception {
        assertThat(booleans().map(arguments -> arguments.get()[1]).collect(Collectors.toSet()))
                .contains("attach", "failIfStale", "force", "haltOnFailure", "skip", "skipTrain", "skipVerify");
        assertThat(booleans().map(arguments -> arguments.get()[0]).distinct())
                .hasSize(Builds.plugin().getMojos().size() - 1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("booleans")
    void refusesWhatIsNeitherTrueNorFalse(String goal, String parameter) throws Exception {
        for (var value : List.of("yes", "", "TRUE", "1", " true")) {
            assertThat(refusal(goal, Builds.module(""), "", "lenet.%s=%s".formatted(parameter, value)))
                    .as("-D with '%s'", value)
                    .hasMessageStartingWith(parameter + " is ")
                    .hasMessageEndingWith(", but must be true or false");
        }
        assertThat(refusal(goal, properties(parameter, "tru"), ""))
                .as("<properties>")
                .isNotNull();
        assertThat(refusal(goal, Builds.module(""), "<%1$s>no</%1$s>".formatted(parameter)))
                .as("<configuration>")
                .hasMessage(parameter + " is no, but must be true or false");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("booleans")
    void takesTrueFalseAndNothing(String goal, String parameter) throws Exception {
        assertThat(refusal(goal, Builds.module(""), "")).isNull();
        for (var value : List.of("true", "false")) {
            assertThat(refusal(goal, Builds.module(""), "", "lenet.%s=%s".formatted(parameter, value)))
                    .isNull();
            assertThat(refusal(goal, properties(parameter, value), "")).isNull();
            assertThat(refusal(goal, Builds.module(""), "<%1$s>%2$s</%1$s>".formatted(parameter, value)))
                    .isNull();
        }
    }

    @Test
    void looksAtTheValueOfAnExpression() throws Exception {
        var module = Builds.module("<properties><strict>on</strict></properties>");

        assertThat(refusal("verify", module, "<haltOnFailure>${strict}</haltOnFailure>"))
                .hasMessage("haltOnFailure is on, but must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cacheDirectory", "dataDirectory", "outputDirectory", "initialModel"})
    void refusesAFileWithoutAName(String parameter) throws Exception {
        var module = Builds.module("");
        var fromPom = refusal("train", properties(parameter, ""), "");
        var fromCommandLine = refusal("train", module, "", "lenet." + parameter + "=");

        for (var refused : List.of(fromPom, fromCommandLine)) {
            assertThat(refused).hasMessage(parameter + " is empty, but must name a file or folder, or be left out");
        }
    }

    @Test
    void takesFilesThatHaveANameOrAreLeftOut() throws Exception {
        assertThat(refusal(
                        "train",
                        Builds.module(""),
                        "",
                        "lenet.dataDirectory=digits",
                        "lenet.jvmArgs=",
                        "lenet.epochs="))
                .isNull();
    }

    @Test
    void hasNothingToSayOfAGoalWithoutConfiguration() throws Exception {
        var execution = new MojoExecution(Builds.plugin().getMojo("train"), "digits");

        assertThatCode(() -> values(Builds.module(""), execution).requireBooleans())
                .doesNotThrowAnyException();
    }

    @Test
    void tellsAValueFromADefault() throws Exception {
        assertThat(isWritten(Builds.module(""), "")).isFalse();
        assertThat(isWritten(Builds.module(""), "<dataset>mnist</dataset>")).isTrue();
        assertThat(isWritten(properties("dataset", "mnist"), "")).isTrue();
        assertThat(isWritten(Builds.module(""), "", "lenet.dataset=mnist")).isTrue();
        var execution = new MojoExecution(Builds.plugin().getMojo("verify"), "digits");
        assertThat(values(Builds.module(""), execution).isWritten("dataset")).isFalse();
    }

    private static boolean isWritten(MavenProject module, String configuration, String... userProperties)
            throws Exception {
        var goal = Builds.plugin().getMojo("verify");
        var execution = Builds.execution("verify", "digits", configuration + defaults(goal, configuration));
        return values(module, execution, userProperties).isWritten("dataset");
    }

    private static MavenProject properties(String parameter, String value) throws Exception {
        return Builds.module("<properties><lenet.%1$s>%2$s</lenet.%1$s></properties>".formatted(parameter, value));
    }

    private static InvalidParameterException refusal(
            String goalName, MavenProject module, String configuration, String... userProperties) throws Exception {
        var goal = Builds.plugin().getMojo(goalName);
        var execution = Builds.execution(goalName, "digits", configuration + defaults(goal, configuration));
        var values = values(module, execution, userProperties);
        return catchThrowableOfType(InvalidParameterException.class, () -> {
            values.requireBooleans();
            values.requireNamesOfFiles();
        });
    }

    /** What Maven adds to the configuration of a POM. */
    private static String defaults(MojoDescriptor goal, String configuration) {
        return Arrays.stream(goal.getMojoConfiguration().getChildren())
                .filter(parameter -> !configuration.contains("<" + parameter.getName() + ">"))
                .map(WrittenValuesTest::element)
                .collect(Collectors.joining());
    }

    private static String element(PlexusConfiguration parameter) {
        return "<%1$s>%2$s</%1$s>".formatted(parameter.getName(), parameter.getValue(""));
    }

    private static WrittenValues values(MavenProject module, MojoExecution execution, String... userProperties) {
        return new WrittenValues(new Invocation(Builds.session(List.of(module), userProperties), module, execution));
    }
}
