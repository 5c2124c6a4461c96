package io.github.lenet.maven.worker;

import io.github.lenet.maven.build.Workplace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the JDK of a worker, as other plugins choose theirs.
 *
 * @param toolchains knows the JDKs of this machine
 * @param session the build
 * @param workplace where the goal works
 */
public record WorkerJvm(ToolchainManager toolchains, MavenSession session, Workplace workplace) {

    private static final String TYPE = "jdk";

    /**
     * Chooses.
     *
     * @param requirements what the JDK must provide, or null if the user asks for nothing special
     * @return the JDK of the toolchain, or the one that runs Maven if there is no toolchain
     * @throws MojoExecutionException if no toolchain meets the requirements, or the JDK is too old
     */
    public JavaExecutable choose(@Nullable Map<String, String> requirements) throws MojoExecutionException {
        Optional<Toolchain> toolchain;
        if (requirements == null || requirements.isEmpty()) {
            // maven-toolchains-plugin chooses for a module. Maven 4.0.0-rc-4 fails where one asks without any.
            toolchain = workplace.isModule()
                    ? Optional.ofNullable(toolchains.getToolchainFromBuildContext(TYPE, session))
                    : Optional.empty();
        } else {
            toolchain = toolchains.getToolchains(session, TYPE, requirements).stream()
                    .findFirst();
            if (toolchain.isEmpty()) {
                throw new MojoExecutionException(
                        "No JDK of your toolchains.xml meets <jdkToolchain>" + requirements + "</jdkToolchain>.");
            }
        }
        if (toolchain.isEmpty()) {
            return JavaExecutable.ofThisJvm();
        }
        var java = toolchain.get().findTool("java");
        if (java == null) {
            throw new MojoExecutionException("The toolchain " + toolchain.get() + " has no java.");
        }
        return JavaExecutable.ofToolchain(Path.of(java));
    }
}
