package io.github.lenet.maven.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a worker runs, and with what.
 *
 * @param java what runs it
 * @param jvmArguments the user's arguments; they follow the defaults, and win
 * @param environment variables that are added to those of Maven
 * @param classPath files and folders, in order
 * @param mainClass name of the class to run; its only argument is the socket of an
 *     {@link io.github.lenet.worker.EventServer}
 */
public record JavaCommand(
        JavaExecutable java,
        List<String> jvmArguments,
        Map<String, String> environment,
        List<Path> classPath,
        String mainClass) {}
