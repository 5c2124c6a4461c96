package io.github.lenet.maven.aggregate;

import java.nio.file.Path;

/**
 * What a verification of a module of this build has left, or should have.
 *
 * @param module the module, as {@code groupId:artifactId}
 * @param execution id of its execution of {@code lenet:verify}
 * @param name name of the verification
 * @param evaluationFile where it writes its numbers and its verdict
 */
public record ModuleResult(String module, String execution, String name, Path evaluationFile) {}
