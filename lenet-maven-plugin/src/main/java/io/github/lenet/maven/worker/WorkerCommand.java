package io.github.lenet.maven.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a worker is started. */
public interface WorkerCommand {

    /**
     * Writes what the program reads when it starts, and gives its command line, which every user of the machine can
     * see.
     *
     * @param folder where the files go, with {@link PrivateFiles}; no other user may enter it
     * @param socket the only argument of the worker: the socket of an {@link io.github.lenet.worker.EventServer}
     * @return the program and its arguments
     * @throws IOException if a file cannot be written
     */
    List<String> prepare(Path folder, Path socket) throws IOException;

    /**
     * Whether the process is a program of the user, which needs all variables of Maven, or a JVM of ours, which gets
     * those of a {@link WorkerEnvironment}.
     *
     * @return true if all variables are handed on
     */
    boolean needsWholeEnvironment();

    /**
     * The environment of the process.
     *
     * @return variables that are added to those of Maven
     */
    Map<String, String> environment();

    /**
     * Whether a debugger stops the worker for as long as its user thinks.
     *
     * @return true if no limit of time may apply
     */
    boolean isDebugged();

    /**
     * What is started, in the middle of a sentence.
     *
     * @return for example {@code the JVM /usr/bin/java}
     */
    String program();

    /**
     * Why it did not start.
     *
     * @param printed the first lines that it printed, of which none is blank
     * @return those of them that tell, or a clause about {@link #program} that says more
     */
    List<String> reasons(List<String> printed);

    /**
     * What helps where it did not start.
     *
     * @param printed the same lines
     * @return sentences, or nothing
     */
    String remedy(List<String> printed);
}
