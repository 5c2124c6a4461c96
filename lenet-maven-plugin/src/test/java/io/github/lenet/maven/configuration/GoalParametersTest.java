package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.parameter.InvalidParameterException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void knowsTheDefaultThatGoesWithOtherValues() {
        assertThat(parameters.explain(new InvalidParameterException("batchSize", 0, "must be at least 1", "64")))
                .isEqualTo("<batchSize>0</batchSize> (property lenet.batchSize) must be at least 1."
                        + " The default is <batchSize>64</batchSize>.");
    }

    @Test
    void explainsAPartOfAParameterByItsPath() {
        assertThat(parameters.explain(new InvalidParameterException("rules/rule[2]/metric", "size", "is unknown")))
                .isEqualTo("<metric>size</metric> (in rules/rule[2]) is unknown.");
    }
}
