package io.github.lenet.maven.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a worker runs, and with what: a JVM of its own.
 *
 * @param java what runs it
 * @param jvmArguments the user's arguments; they follow the defaults, and win
 * @param environment variables that the worker gets beside the few of Maven
 * @param classPath files and folders, in order
 * @param mainClass name of the class to run; its only argument is the socket of an
 *     {@link io.github.lenet.worker.EventServer}
 */
public record JavaCommand(
        JavaExecutable java,
        List<String> jvmArguments,
        Map<String, String> environment,
        List<Path> classPath,
        String mainClass)
        implements WorkerCommand {

    /**
     * The JVM would take a quarter of the machine; a build shares it. The user's {@code jvmArgs} come later and win.
     */
    private static final String DEFAULT_HEAP = "-Xmx1g";

    /**
     * JavaCPP's default, twice the heap, counts all that is mapped into the process: the libraries of CUDA alone can
     * reach it, and the training would end for want of memory that it does not need.
     */
    private static final String NO_LIMIT_ON_PHYSICAL_MEMORY = "-Dorg.bytedeco.javacpp.maxphysicalbytes=0";

    /** Lines of a JVM that cannot start; it prints no more than this before it gives up. */
    private static final int QUOTED_LINES = 4;

    /** The JVM's report of a crash. */
    static Path crashReport(Path folder) {
        return folder.resolve("hs_err.log");
    }

    @Override
    public List<String> prepare(Path folder, Path socket) throws IOException {
        var file = folder.resolve("command.args");
        try (var out = PrivateFiles.create(file)) {
            out.write(ArgumentFile.bytes(arguments(folder, socket)));
        }
        return List.of(java.file().toString(), "@" + file);
    }

    private List<String> arguments(Path folder, Path socket) {
        var arguments = new ArrayList<String>();
        arguments.add(DEFAULT_HEAP);
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.add("-XX:ErrorFile=" + crashReport(folder));
        arguments.add("-Djava.awt.headless=true");
        arguments.add(NO_LIMIT_ON_PHYSICAL_MEMORY);
        arguments.addAll(java.nativeAccessArguments());
        arguments.addAll(java.vectorArguments());
        arguments.addAll(jvmArguments);
        arguments.add("-cp");
        arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        arguments.add(mainClass);
        arguments.add(socket.toString());
        return arguments;
    }

    @Override
    public boolean needsWholeEnvironment() {
        return false;
    }

    @Override
    public boolean isDebugged() {
        return jvmArguments.stream().anyMatch(argument -> argument.contains("jdwp"));
    }

    @Override
    public String program() {
        return "the JVM " + java.file();
    }

    @Override
    public List<String> reasons(List<String> printed) {
        return printed.stream().limit(QUOTED_LINES).toList();
    }

    @Override
    public String remedy(List<String> printed) {
        return jvmArguments.isEmpty()
                ? ""
                : "Check <jvmArgs>" + String.join(" ", jvmArguments) + "</jvmArgs> (-Dlenet.jvmArgs).";
    }
}
