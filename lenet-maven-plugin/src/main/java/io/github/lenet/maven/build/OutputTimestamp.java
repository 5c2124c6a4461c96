package io.github.lenet.maven.build;

import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * What {@code project.build.outputTimestamp} says, which asks for a build that gives the same files again; see Maven's
 * guide on reproducible builds.
 */
public final class OutputTimestamp {

    /** From the super POM of Maven 4, where nobody has said anything. */
    private static final String DEFAULT = "1980-02-01T00:00:00Z";

    private OutputTimestamp() {}

    /**
     * Looks into the properties of a module. By a convention of Maven's plugins a single letter switches off what a
     * parent has set.
     *
     * @param project the module
     * @return what somebody wrote, a time as in ISO 8601 or seconds since 1970; empty if nobody asks for such a build,
     *     the same with Maven 3 and 4
     */
    public static Optional<String> of(MavenProject project) {
        return Optional.ofNullable(project.getProperties().getProperty("project.build.outputTimestamp"))
                .filter(timestamp -> timestamp.matches("\\d|..+"))
                .filter(timestamp -> !timestamp.equals(DEFAULT));
    }
}
