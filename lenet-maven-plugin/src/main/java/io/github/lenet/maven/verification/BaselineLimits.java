package io.github.lenet.maven.verification;

import io.github.lenet.gate.BaselinePolicy;
import io.github.lenet.parameter.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * What the POM demands of a model beside its baseline, as text. Every component is the parameter of its name, and null
 * if that is not set.
 *
 * @param regressionTest how a fall is told from noise
 * @param maximumRegression how far the accuracy may fall
 * @param significance how often noise may be called a fall
 * @param minimumImprovement how far the accuracy must rise
 * @param maximumImprovement how far it may rise
 */
public record BaselineLimits(
        String regressionTest,
        @Nullable String maximumRegression,
        String significance,
        @Nullable String minimumImprovement,
        @Nullable String maximumImprovement) {

    /** Reads the texts; throws an {@link InvalidParameterException} if one is wrong. */
    BaselinePolicy policy() {
        return BaselinePolicy.of(
                regressionTest, maximumRegression, significance, minimumImprovement, maximumImprovement);
    }

    /** Refuses limits that nothing would ever be held against; those with a default cannot be told from it. */
    void requireNone() {
        requireNone("maximumRegression", maximumRegression);
        requireNone("minimumImprovement", minimumImprovement);
        requireNone("maximumImprovement", maximumImprovement);
    }

    private static void requireNone(String parameter, @Nullable String value) {
        if (value != null) {
            throw new InvalidParameterException(
                    parameter,
                    value,
                    "has an effect only beside a <baselineArtifact>, <baselineFile> or <baselinePredictionsFile>");
        }
    }
}
