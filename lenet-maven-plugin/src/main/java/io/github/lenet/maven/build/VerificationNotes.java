package io.github.lenet.maven.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * What became of the verifications of a module in the running build. Without it nobody could tell a result of this
 * build from one that an earlier build has left in the same place.
 */
public final class VerificationNotes {

    private static final String RAN = "";

    private final Map<String, String> notes;

    /**
     * Looks at a module.
     *
     * @param module the module
     */
    public VerificationNotes(MavenProject module) {
        notes = ModuleNotes.of(module, "verifications");
    }

    /**
     * Notes that a verification has begun, and so that no earlier result is left.
     *
     * @param outputDirectory the folder of its result
     */
    public void ran(Path outputDirectory) {
        notes.put(key(outputDirectory), RAN);
    }

    /**
     * Notes that a verification did not happen, unless another one has filled its folder.
     *
     * @param outputDirectory the folder of its result
     * @param reason why
     */
    public void skipped(Path outputDirectory, String reason) {
        notes.putIfAbsent(key(outputDirectory), reason);
    }

    /**
     * Tells whether a result is of this build.
     *
     * @param outputDirectory the folder of the result
     * @return true if a verification has run that writes it
     */
    public boolean hasRun(Path outputDirectory) {
        return RAN.equals(notes.get(key(outputDirectory)));
    }

    /**
     * Tells why a result is not of this build, although a verification that writes it had its turn.
     *
     * @param outputDirectory the folder of the result
     * @return the reason; empty if the verification has run, or was never called
     */
    public Optional<String> skipReason(Path outputDirectory) {
        return Optional.ofNullable(notes.get(key(outputDirectory))).filter(note -> !note.equals(RAN));
    }

    private static String key(Path outputDirectory) {
        return outputDirectory.toAbsolutePath().normalize().toString();
    }
}
