package io.github.lenet.maven.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the process that trains runs. Changes no bit of the model.
 *
 * @param threads threads that the user asks for, 0 for one for each processor
 * @param java the JVM to train on
 * @param jvmArguments arguments for that JVM
 * @param timeoutInSeconds limit for the process, 0 for none
 */
public record WorkerOptions(int threads, JavaExecutable java, List<String> jvmArguments, int timeoutInSeconds) {

    /** By name, because this class would otherwise be one that needs Deeplearning4j. */
    private static final String WORKER = "io.github.lenet.worker.TrainingWorker";

    /**
     * The process to run.
     *
     * @param environment variables that are added to those of Maven
     * @param classPath files and folders, in order
     * @return its command
     */
    public JavaCommand command(Map<String, String> environment, List<Path> classPath) {
        return new JavaCommand(java, jvmArguments, environment, classPath, WORKER);
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
