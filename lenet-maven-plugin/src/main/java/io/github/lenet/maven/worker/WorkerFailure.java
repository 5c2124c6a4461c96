package io.github.lenet.maven.worker;

import io.github.lenet.text.English;
import io.github.lenet.worker.WorkerExit;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in one message why a worker ended without a result, and what to do about it. */
final class WorkerFailure {

    /** Lines of a program that cannot start, of which its command quotes those that tell. */
    private static final int READ_LINES = 1000;

    /**
     * Exit status of a JVM that cannot start, and of a main class that throws; of a JVM whose agent cannot start, most
     * often because the port of the debugger is taken; and of a script whose program cannot be run, or is not there.
     */
    private static final List<Integer> NOT_STARTED = List.of(1, 2, 126, 127);

    /** Exit status of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int JVM_OUT_OF_MEMORY = 3;

    /** On Unix, the status of a process that a signal ended is this plus the number of the signal. */
    private static final int SIGNALS = 128;

    private static final int SIGNAL_KILL = 9;

    /** Illegal instruction, abort, bus error and segmentation fault: how native code ends a process. */
    private static final List<Integer> CRASH_SIGNALS = List.of(4, 6, 7, 11);

    private WorkerFailure() {}

    /**
     * Explains an end.
     *
     * @param status exit status of the process
     * @param said the message that the worker sent before it ended, or null
     * @param job what it ran
     * @return the message for the user
     */
    static String explain(int status, @Nullable String said, WorkerJob job) {
        var hasCrashed = Files.exists(job.crashReport());
        var exit = WorkerExit.of(status).orElse(null);
        if (said != null) {
            return said;
        }
        if (exit == WorkerExit.OUT_OF_MEMORY || status == JVM_OUT_OF_MEMORY) {
            return job.subject() + " ran out of memory. " + job.work().memoryAdvice() + output(job);
        }
        if (hasCrashed || CRASH_SIGNALS.contains(status - SIGNALS)) {
            return job.subject() + " crashed in native code (exit status " + status + ")."
                    + (hasCrashed ? " The JVM's report is " + job.crashReport() + "." : "")
                    + " Maven itself is not affected; please report it together with that file." + output(job);
        }
        if (status == SIGNALS + SIGNAL_KILL) {
            return job.subject() + " was killed from outside (signal 9, exit status " + status
                    + "). On Linux that is most often"
                    + " the kernel's out-of-memory killer, or the memory limit of a container: see `dmesg`, and give the machine"
                    + " or the container more memory, or this process less with <jvmArgs>-Xmx512m</jvmArgs>."
                    + output(job);
        }
        if (status > SIGNALS && status < 2 * SIGNALS) {
            return job.subject() + " was ended from outside (signal " + (status - SIGNALS) + ", exit status " + status
                    + ")." + output(job);
        }
        if (NOT_STARTED.contains(status)) {
            return notStarted(job) + output(job);
        }
        return job.subject() + " ended without a result (exit status " + status + (exit == null ? "" : ", " + exit)
                + ")." + output(job);
    }

    private static String notStarted(WorkerJob job) {
        var command = job.command();
        var printed = OutputDump.firstLines(job.outputFile(), READ_LINES);
        var reasons = String.join(" / ", command.reasons(printed));
        var remedy = command.remedy(printed);
        return English.sentence(job.subject() + " failed because " + command.program() + " did not start: " + reasons)
                + (remedy.isEmpty() ? "" : " " + remedy);
    }

    /** Names the file with everything that the worker printed. */
    static String output(WorkerJob job) {
        return " Its output is in " + job.outputFile() + ".";
    }
}
