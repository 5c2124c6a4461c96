package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.recipe.Hyperparameters;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ConfiguredGoalTest {

    // As Maven hands it over: the configuration of the plugin is merged into that of its executions.
    private static final String PLUGIN = "<configuration><seed>1</seed></configuration><executions>"
            + "<execution><id>small</id><goals><goal>train</goal></goals><configuration><seed>1</seed><epochs>7</epochs>"
            + "<outputDirectory>models/small</outputDirectory></configuration></execution>"
            + "<execution><id>off</id><phase>none</phase><goals><goal>train</goal></goals></execution>"
            + "<execution><id>gate</id><goals><goal>verify</goal></goals></execution></executions>";

    @Test
    void readsWhatThePomConfigures() throws Exception {
        var training = trainings(Builds.moduleWithPlugin(PLUGIN), Builds.execution("verify", "gate", ""))
                .get(0);

        assertThat(training.id()).isEqualTo("small");
        assertThat(training.text("epochs")).hasValue("7");
        assertThat(training.text("seed")).hasValue("1");
        assertThat(training.file("outputDirectory"))
                .hasValue(Path.of("models", "small").toAbsolutePath());
    }

    @Test
    void readsPropertiesAndDefaults() throws Exception {
        var module = Builds.moduleWithPlugin(PLUGIN);
        module.getProperties().setProperty("lenet.batchSize", "64");
        module.getProperties().setProperty("lenet.schedule", "step");

        var training = trainings(module, Builds.execution("verify", "gate", ""), "lenet.batchSize=16", "lenet.epochs=2")
                .get(0);

        assertThat(training.text("batchSize")).as("the command line").hasValue("16");
        assertThat(training.text("schedule")).as("<properties>").hasValue("step");
        assertThat(training.text("architecture")).as("the default").hasValue("lenet5");
        assertThat(training.text("epochs"))
                .as("<configuration> beats the command line")
                .hasValue("7");
        assertThat(training.text("dataDirectory")).isEmpty();
        assertThat(training.text("unknown")).isEmpty();
    }

    @Test
    void leavesOutOtherGoalsAndDisabledExecutions() throws Exception {
        assertThat(trainings(Builds.moduleWithPlugin(PLUGIN), Builds.execution("verify", "gate", "")))
                .hasSize(1);
        assertThat(trainings(Builds.module(""), Builds.execution("verify", "gate", "")))
                .isEmpty();
    }

    @Test
    void addsACallOfTheCommandLineBesideAnother() throws Exception {
        var module = Builds.moduleWithPlugin(PLUGIN);

        var trainings = trainings(module, Builds.direct("verify", "default-cli"), "lenet.epochs=2");

        assertThat(trainings).extracting(ConfiguredGoal::id).containsExactly("small", "default-cli");
        assertThat(trainings.get(1).text("epochs")).hasValue("2");
        assertThat(trainings.get(1).text("seed")).hasValue("1");
        assertThat(trainings(Builds.module(""), Builds.direct("verify", "default-cli")))
                .hasSize(1);
    }

    @Test
    void findsTheFilesOfAFolderWithoutAPom() throws Exception {
        var session = Builds.session(List.of(Builds.withoutPom()));
        session.setCurrentProject(session.getProjects().get(0));

        var training = ConfiguredGoal.list(
                        "train",
                        new Invocation(session, session.getCurrentProject(), Builds.direct("verify", "default-cli")))
                .get(0);

        assertThat(training.file("outputDirectory"))
                .hasValue(Path.of("target", "lenet").toAbsolutePath());
    }

    @Test
    void knowsEveryHyperparameterByTheNameOfItsParameter() throws Exception {
        var parameters =
                Builds.plugin().getMojo("train").getParameters().stream().map(Parameter::getName);

        assertThat(parameters).containsAll(Hyperparameters.names());
    }

    private static List<ConfiguredGoal> trainings(
            MavenProject module, MojoExecution running, String... userProperties) {
        return ConfiguredGoal.list(
                "train", new Invocation(Builds.session(List.of(module), userProperties), module, running));
    }
}
