package io.github.lenet.maven.verification;

/**
 * What fails the build, and what is only a warning.
 *
 * @param haltOnFailure whether a model that is not good enough fails the build
 * @param failIfNoModel whether a missing model does
 * @param failIfNoRules whether it does that there is nothing to check
 * @param failIfStale whether a model does that was not trained with the values of the POM
 */
public record VerifyPolicy(boolean haltOnFailure, boolean failIfNoModel, boolean failIfNoRules, boolean failIfStale) {}
