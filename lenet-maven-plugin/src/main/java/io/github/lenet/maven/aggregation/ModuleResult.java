package io.github.lenet.maven.aggregation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of a module has left, or should have.
 *
 * @param module the module, as {@code groupId:artifactId}
 * @param execution id of its execution of {@code lenet:verify}
 * @param name name of the verification
 * @param evaluationFile where it writes its numbers and its verdict
 * @param obstacle why nothing that lies there is of this build, although the module is part of it; null if nothing is
 *     in the way
 * @param earlier tells whether what lies there would still be the result; null if this build has made it
 */
public record ModuleResult(
        String module,
        String execution,
        String name,
        Path evaluationFile,
        @Nullable String obstacle,
        @Nullable EarlierVerification earlier) {}
