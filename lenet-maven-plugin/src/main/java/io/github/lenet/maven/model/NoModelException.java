package io.github.lenet.maven.model;

import org.apache.maven.plugin.MojoExecutionException;

/** There is no such model. A repository that gave no answer is another error, since then nobody knows. */
public final class NoModelException extends MojoExecutionException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NoModelException(String goal, String reason, String advice) {
        super("There is no model for lenet:" + goal + ": " + reason + ". " + advice);
        this.reason = reason;
    }

    /**
     * What exactly there is not.
     *
     * @return a sentence without its full stop
     */
    public String reason() {
        return reason;
    }
}
