package io.github.lenet.maven.worker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a worker gets of Maven's environment: the variables that a JVM, the loader of native libraries and the driver of
 * a graphics card read. The others stay with Maven: passwords and tokens of a build server, and
 * {@code JAVA_TOOL_OPTIONS} and its like, whose options and agents are meant for other processes; those of a worker
 * stand in {@code jvmArgs}.
 *
 * <p>For our own JVM only: a program of the user, such as {@code spark-submit}, needs its whole environment.
 */
final class WorkerEnvironment {

    /** In upper case, since Windows has them in either. */
    private static final Set<String> NAMES = Set.of(
            "HOME",
            "LANG",
            "LD_LIBRARY_PATH",
            "PATH",
            "TMPDIR",
            "TZ",
            // Windows, which can open no socket without the first one.
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "TEMP",
            "TMP",
            "USERPROFILE");

    /** LC_: without the same character set, the worker would read the names of files differently. */
    private static final List<String> PREFIXES = List.of("LC_", "CUDA_", "NVIDIA_");

    private WorkerEnvironment() {}

    /**
     * Takes the other variables out.
     *
     * @param environment the variables of a process that has not started yet
     */
    static void reduce(Map<String, String> environment) {
        environment.keySet().removeIf(variable -> !isNeeded(variable.toUpperCase(Locale.ROOT)));
    }

    private static boolean isNeeded(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
