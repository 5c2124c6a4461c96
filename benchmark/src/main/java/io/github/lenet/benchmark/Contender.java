package io.github.lenet.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that trains a network, and how to start it.
 *
 * @param name what it is, for people; of one name there may be several, with different numbers of threads
 * @param threads threads that it may use
 * @param command the process and its arguments
 */
record Contender(String name, int threads, List<String> command) {

    private static final String ERRORS_ONLY = "-Dorg.slf4j.simpleLogger.defaultLogLevel=error";

    /** As the worker of {@code lenet:train}, so that no contender has more memory than another. */
    private static final String HEAP = "-Xmx1g";

    /** The Vector API, which {@code lenet:train} gives to its worker. */
    private static final String VECTORS = "jdk.incubator.vector";

    /**
     * A contender in a JVM, on the class path of this one.
     *
     * @param name what it is
     * @param threads threads that it may use
     * @param main the class in the package of the contenders
     * @param options options of the JVM
     * @param arguments arguments of the class
     * @return the contender
     */
    static Contender inJava(String name, int threads, Class<?> main, List<String> options, String... arguments) {
        return new Contender(name, threads, javaCommand(options, main.getName(), arguments));
    }

    /**
     * The command line of a JVM like this one, with the Vector API if this one has it.
     *
     * @param options more options for it
     * @param main name of the class to run
     * @param arguments its arguments
     * @return program and arguments
     */
    static List<String> javaCommand(List<String> options, String main, String... arguments) {
        var all = new ArrayList<String>();
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
            all.add("--add-modules=" + VECTORS);
        }
        all.addAll(options);
        return plainJavaCommand(all, main, arguments);
    }

    /**
     * The command line of a JVM without the Vector API, as that of Maven or of an application is.
     *
     * @param options more options for it
     * @param main name of the class to run
     * @param arguments its arguments
     * @return program and arguments
     */
    static List<String> plainJavaCommand(List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add(ERRORS_ONLY);
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * What the native libraries of the process are told of its threads. Nothing where it may use every processor: that
     * is their default.
     *
     * @param processors processors of the machine
     * @return environment variables
     */
    Map<String, String> environment(int processors) {
        return threads == processors ? Map.of() : Map.of("OMP_NUM_THREADS", Integer.toString(threads));
    }
}
