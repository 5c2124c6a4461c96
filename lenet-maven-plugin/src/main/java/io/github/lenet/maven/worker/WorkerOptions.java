package io.github.lenet.maven.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a worker process runs. Changes no bit of a model.
 *
 * @param threads threads that the user asks for, 0 for one for each processor
 * @param java the JVM to run on
 * @param jvmArguments arguments for that JVM
 * @param timeoutInSeconds limit for the process, 0 for none
 */
public record WorkerOptions(int threads, JavaExecutable java, List<String> jvmArguments, int timeoutInSeconds) {

    /** By name, because this class would otherwise be one that needs Deeplearning4j. */
    private static final String WORKER = "io.github.lenet.worker.TrainingWorker";

    /**
     * The process to run.
     *
     * @param environment variables that the worker gets beside the few of Maven
     * @param classPath files and folders, in order
     * @return its command
     */
    public JavaCommand command(Map<String, String> environment, List<Path> classPath) {
        return new JavaCommand(java, jvmArguments, environment, classPath, WORKER);
    }

    /**
     * The same process with one more argument, which those of the user overrule.
     *
     * @param argument for its JVM
     * @return the options
     */
    public WorkerOptions withArgument(String argument) {
        var arguments = new ArrayList<>(List.of(argument));
        arguments.addAll(jvmArguments);
        return new WorkerOptions(threads, java, List.copyOf(arguments), timeoutInSeconds);
    }

    /**
     * Threads to train with.
     *
     * @return those that the user asks for, or one for each processor; at least 1
     */
    public int threadsOrProcessors() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
