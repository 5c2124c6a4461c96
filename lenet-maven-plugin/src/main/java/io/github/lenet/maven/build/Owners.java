package io.github.lenet.maven.build;

import java.util.Map;
import org.apache.maven.project.MavenProject;

/** Which execution of a module was the first to claim something that only one of them can have, or needs to say. */
public final class Owners {

    private final Map<String, String> executions;

    /**
     * Finds what has been claimed in this build so far.
     *
     * @param project the module
     * @param kind what is claimed, the same word for all of a kind
     */
    public Owners(MavenProject project, String kind) {
        executions = ModuleNotes.of(project, kind);
    }

    /**
     * Claims something, unless somebody has it.
     *
     * @param what the thing
     * @param execution id of the execution that wants it
     * @return id of the execution that has had it before, perhaps the same; null if nobody had
     */
    public String claim(String what, String execution) {
        return executions.putIfAbsent(what, execution);
    }
}
