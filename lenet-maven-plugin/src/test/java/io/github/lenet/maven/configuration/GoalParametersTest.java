package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lenet.model.InvalidParameterException;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalParametersTest {

  private GoalParameters parameters;

  @BeforeEach
  void describeAGoal() {
    var epochs = new DefaultPlexusConfiguration("epochs", "${lenet.epochs}");
    epochs.setAttribute("default-value", "10");
    var configuration = new DefaultPlexusConfiguration("configuration");
    configuration.addChild(epochs);
    var goal = new MojoDescriptor();
    goal.setMojoConfiguration(configuration);
    parameters = new GoalParameters(goal);
  }

  @Test
  void explainsAParameterByItsElementPropertyAndDefault() {
    assertThat(parameters.explain(new InvalidParameterException("epochs", 0, "must be at least 1")))
        .isEqualTo(
            "<epochs>0</epochs> (property lenet.epochs) must be at least 1. The default is <epochs>10</epochs>.");
  }

  @Test
  void explainsAPartOfAParameterByItsPath() {
    assertThat(parameters.explain(new InvalidParameterException("rules/rule[2]/metric", "size", "is unknown")))
        .isEqualTo("<metric>size</metric> (in rules/rule[2]) is unknown.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cacheDirectory", "dataDirectory", "outputDirectory", "initialModel"})
  void refusesAFileWithoutAName(String parameter) throws Exception {
    var pom = Builds.module("<properties><lenet.%1$s></lenet.%1$s></properties>".formatted(parameter));

    for (var refused : List.of(refusal(pom), refusal(Builds.module(""), "lenet." + parameter + "="))) {
      assertThat(refused).hasMessage(parameter + " is empty, but must name a file or folder, or be left out");
    }
  }

  @Test
  void takesFilesThatHaveANameOrAreLeftOut() throws Exception {
    assertThat(refusal(Builds.module(""), "lenet.dataDirectory=digits", "lenet.jvmArgs=", "lenet.epochs=")).isNull();
  }

  /** What Maven makes of {@code <plugin>} without any configuration. */
  private static InvalidParameterException refusal(MavenProject module, String... userProperties) throws Exception {
    var goal = Builds.plugin().getMojo("train");
    var configuration = new StringBuilder();
    for (var parameter : goal.getMojoConfiguration().getChildren()) {
      configuration.append("<%1$s>%2$s</%1$s>".formatted(parameter.getName(), parameter.getValue("")));
    }
    return catchThrowableOfType(
        InvalidParameterException.class,
        () ->
            new GoalParameters(goal)
                .requireNamesOfFiles(
                    Builds.session(List.of(module), userProperties),
                    Builds.execution("train", "digits", configuration.toString())));
  }
}
