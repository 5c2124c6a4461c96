package io.github.lenet.maven.build;

import io.github.lenet.text.Printable;
import java.io.PrintStream;
import org.apache.maven.plugin.logging.Log;

/**
 * Prints what a goal was called for, such as the classes of images. It goes to Maven's log, and under {@code -q}, where
 * that shows nothing but errors, to the standard output, so that another program can read it there.
 */
public final class GoalOutput {

    private final Log log;
    private final PrintStream standardOutput;

    /**
     * Takes the standard output of this process.
     *
     * @param log Maven's log
     */
    public GoalOutput(Log log) {
        this(log, System.out);
    }

    GoalOutput(Log log, PrintStream standardOutput) {
        this.log = log;
        this.standardOutput = standardOutput;
    }

    /**
     * Prints a line.
     *
     * @param line the line, without its end
     */
    public void print(String line) {
        if (log.isInfoEnabled()) {
            log.info(line);
        } else {
            standardOutput.println(Printable.message(line));
        }
    }
}
