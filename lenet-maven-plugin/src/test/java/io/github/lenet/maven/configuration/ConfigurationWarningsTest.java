package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ConfigurationWarningsTest {

    private static final String DEFAULTS = "<epochs default-value='10'>${lenet.epochs}</epochs>";

    @Test
    void saysNothingAboutSettingsThatHaveAnEffect() throws Exception {
        var module = Builds.module("<properties><lenet.batchSize>64</lenet.batchSize></properties>");

        var execution = Builds.execution("train", "digits", DEFAULTS);

        assertThat(warnings(module, execution, "lenet.epochs=2", "lenet.seed=7"))
                .isEmpty();
    }

    @Test
    void warnsOfAPropertyThatThePomOverrules() throws Exception {
        var execution = Builds.execution("train", "digits", "<epochs default-value='10'>7</epochs>");

        assertThat(warnings(Builds.module(""), execution, "lenet.epochs=2"))
                .containsExactly("-Dlenet.epochs=2 has no effect, the POM sets <epochs>7</epochs>; move it to"
                        + " <properties><lenet.epochs>7</lenet.epochs>");
    }

    @Test
    void acceptsAPropertyThatThePomRepeats() throws Exception {
        var execution = Builds.execution("train", "digits", "<epochs default-value='10'> 2 </epochs>");

        assertThat(warnings(Builds.module(""), execution, "lenet.epochs=2")).isEmpty();
    }

    @Test
    void warnsOfAnOverruledList() throws Exception {
        var execution =
                Builds.execution("train", "digits", "<sources><source>npm</source><source>mirrors</source></sources>");

        assertThat(warnings(Builds.module(""), execution, "lenet.sources=mirrors"))
                .singleElement()
                .asString()
                .contains("the POM sets <sources>npm,mirrors</sources>");
    }

    @Test
    void warnsOfAnOverruledMap() throws Exception {
        var execution = Builds.execution(
                "tune", "digits", "<search><batchSize>16, 32</batchSize><warmup>0, 9</warmup></search>");

        assertThat(warnings(Builds.module(""), execution, "lenet.search=batchSize=32,64"))
                .singleElement()
                .asString()
                .contains("<properties><lenet.search>batchSize=16, 32; warmup=0, 9</lenet.search>");
    }

    @Test
    void showsNoAddressThatMayHoldASecret() throws Exception {
        var execution = Builds.execution(
                "train", "digits", "<sources><source>https://anna:secret@files.example/</source></sources>");

        assertThat(warnings(Builds.module(""), execution, "lenet.sources=https://files.example/?key=secret"))
                .singleElement()
                .isEqualTo("-Dlenet.sources=... has no effect, the POM sets <sources>...</sources>; move it to"
                        + " <properties><lenet.sources>...</lenet.sources>");
    }

    @Test
    void suggestsWhatAMisspeltPropertyMayMean() throws Exception {
        var execution = Builds.execution("verify", "gate", "");

        assertThat(warnings(
                        Builds.module(""), execution, "lenet.epoch=2", "lenet.minimum-accuracy=0.9", "lenet.gpu=true"))
                .containsExactly(
                        "-Dlenet.epoch is no property of this plugin and has no effect; perhaps you mean -Dlenet.epochs",
                        "-Dlenet.gpu is no property of this plugin and has no effect; mvn lenet:help -Ddetail lists them",
                        "-Dlenet.minimum-accuracy is no property of this plugin and has no effect; perhaps you mean"
                                + " -Dlenet.minimumAccuracy");
    }

    @Test
    void suspectsOnlyTheNearMissesAmongThePropertiesOfThePom() throws Exception {
        var module = Builds.module(
                "<properties><lenet.version>0.1.0</lenet.version><lenet.batchsize>64</lenet.batchsize></properties>");

        assertThat(warnings(module, Builds.execution("train", "digits", ""), "lenet.version=0.2.0"))
                .containsExactly(
                        "<lenet.batchsize> in <properties> is no property of this plugin and has no effect; perhaps you mean"
                                + " <lenet.batchSize>");
    }

    @Test
    void warnsOfElementsThatNoGoalKnows() throws Exception {
        var module = Builds.moduleWithPlugin(
                "<configuration><learnRate>0.1</learnRate><minimumAccuracy>0.9</minimumAccuracy></configuration>"
                        + "<executions><execution><configuration><epoch>1</epoch></configuration></execution></executions>");

        assertThat(warnings(module, Builds.execution("train", "digits", "")))
                .containsExactly(
                        "<epoch> is no parameter of this plugin and has no effect; perhaps you mean <epochs>",
                        "<learnRate> is no parameter of this plugin and has no effect; mvn lenet:help -Ddetail lists them");
    }

    @Test
    void warnsOnceABuild() throws Exception {
        var first = Builds.moduleWithPlugin("<configuration><learnRate>0.1</learnRate></configuration>");
        var second =
                Builds.moduleWithPlugin("<configuration><learnRate>0.1</learnRate><epoch>1</epoch></configuration>");
        var build = Builds.session(List.of(first, second), "lenet.gpu=true");

        assertThat(new ConfigurationWarnings(new Invocation(build, first, Builds.execution("train", "digits", "")))
                        .list())
                .hasSize(2);
        assertThat(new ConfigurationWarnings(new Invocation(build, first, Builds.execution("verify", "gate", "")))
                        .list())
                .isEmpty();
        assertThat(new ConfigurationWarnings(new Invocation(build, second, Builds.execution("train", "digits", "")))
                        .list())
                .containsExactly("<epoch> is no parameter of this plugin and has no effect; perhaps you mean <epochs>");
    }

    @Test
    void warnsOfAnExecutionWhoseConfigurationADirectGoalDoesNotSee() throws Exception {
        // As Maven hands it over: the configuration of the plugin is merged into that of the execution.
        var module = Builds.moduleWithPlugin(
                "<configuration><seed>1</seed></configuration><executions><execution><id>digits</id>"
                        + "<goals><goal>train</goal></goals><configuration><seed>1</seed><epochs>7</epochs>"
                        + "</configuration></execution></executions>");

        assertThat(warnings(module, Builds.direct("train", "default-cli")))
                .containsExactly(
                        "lenet:train does not see the <configuration> of the execution 'digits'; to use it, call"
                                + " lenet:train@digits");
        assertThat(warnings(module, Builds.direct("train", "digits"))).isEmpty();
        assertThat(warnings(module, Builds.direct("verify", "default-cli"))).isEmpty();
        assertThat(warnings(module, Builds.execution("train", "digits", ""))).isEmpty();
    }

    @Test
    void saysNothingWhenAnExecutionAddsNothingOfItsOwn() throws Exception {
        var module = Builds.moduleWithPlugin(
                "<configuration><seed>1</seed></configuration><executions><execution><id>digits</id>"
                        + "<goals><goal>train</goal></goals><configuration><seed>1</seed></configuration>"
                        + "</execution></executions>");

        assertThat(warnings(module, Builds.direct("train", "default-cli"))).isEmpty();
    }

    private static List<String> warnings(MavenProject module, MojoExecution execution, String... userProperties) {
        return new ConfigurationWarnings(
                        new Invocation(Builds.session(List.of(module), userProperties), module, execution))
                .list();
    }
}
