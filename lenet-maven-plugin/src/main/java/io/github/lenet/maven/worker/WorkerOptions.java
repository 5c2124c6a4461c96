package io.github.lenet.maven.worker;

import java.util.List;

/**
 * How the process that trains runs. Changes no bit of the model.
 *
 * @param threads threads that the user asks for, 0 for one for each processor
 * @param java the JVM to train on
 * @param jvmArguments arguments for that JVM
 * @param timeoutInSeconds limit for the process, 0 for none
 */
public record WorkerOptions(int threads, JavaExecutable java, List<String> jvmArguments, int timeoutInSeconds) {

    /**
     * Threads to train with.
     *
     * @return those that the user asks for, or one for each processor; at least 1
     */
    public int threadsOrProcessors() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
