package io.github.lenet.maven.build;

import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * What a build can say about itself without naming its user, machine or folder.
 *
 * @param session the build
 * @param log where it is reported that Git gives no answer
 */
public record BuildFacts(MavenSession session, Log log) {

    /**
     * Collects the facts.
     *
     * @param workplace where it is built
     * @return the version of Maven, and the state of the source code if it is under Git
     */
    public Build of(Workplace workplace) {
        return new Build(
                session.getSystemProperties().getProperty("maven.version"),
                new GitRepository(log).state(workplace.folder()).orElse(null));
    }

    /**
     * The state of the source code but for one file.
     *
     * @param workplace where it is built
     * @param file a file that the build itself may write
     * @return the commit, and whether anything else has changed since; empty if the source code is not under Git
     */
    public Optional<Git> sourceBeside(Workplace workplace, Path file) {
        return new GitRepository(log).stateBeside(workplace.folder(), file);
    }

    /**
     * When the source code was as it is, which is the same for everybody who builds it: the
     * {@code project.build.outputTimestamp} of the POM, or else the time of the commit.
     *
     * @param workplace where it is built
     * @return the time as in ISO 8601; empty if there is neither
     */
    public Optional<String> time(Workplace workplace) {
        return OutputTimestamp.of(workplace.project())
                .filter(timestamp -> timestamp.matches("\\d{4}-\\d\\d-\\d\\dT\\S+"))
                .or(() -> new GitRepository(log).time(workplace.folder()).map(Instant::toString));
    }
}
