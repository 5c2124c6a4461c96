package io.github.lenet.archive;

import io.github.lenet.text.Printable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is no model archive, or not one that this version can trust. Nothing of it has been used. */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The problem may quote the file. */
    private static final int MAXIMUM_LENGTH = 500;

    private final String finding;
    private final String remedy;

    /**
     * Names the file, what is wrong with it, and what to do.
     *
     * @param file the archive, as the user would name it
     * @param problem what is wrong, without a full stop at its end
     * @param advice what to do, as a sentence with a command to copy
     * @param cause what found the problem, or null
     */
    ModelFormatException(String file, String problem, String advice, @Nullable Throwable cause) {
        this(file + " is no usable model: " + Printable.of(problem, MAXIMUM_LENGTH), ". " + advice, cause);
    }

    private ModelFormatException(String finding, String remedy, @Nullable Throwable cause) {
        super(finding + remedy, cause);
        this.finding = finding;
        this.remedy = remedy;
    }

    /**
     * Names a file that is something else.
     *
     * @param file the archive, as the user would name it
     * @param clause what it is and how to get the model instead, to stand behind the name
     * @param cause what found the problem
     */
    static ModelFormatException other(String file, String clause, Throwable cause) {
        return new ModelFormatException(file + " " + clause, "", cause);
    }

    /**
     * The message for a model that whoever reads it does not train, such as that of an earlier release.
     *
     * @param advice what to do with such a model, as a sentence without its full stop
     * @return the message with this advice, unless the problem has its own remedy
     */
    public String messageWith(String advice) {
        return remedy.isEmpty() ? finding : finding + ". " + advice;
    }
}
