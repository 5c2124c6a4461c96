package io.github.lenet.maven.build;

import io.github.lenet.model.Provenance.Build;
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
}
