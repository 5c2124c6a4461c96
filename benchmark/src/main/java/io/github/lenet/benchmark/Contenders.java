package io.github.lenet.benchmark;

import io.github.lenet.benchmark.contender.Lenet;
import io.github.lenet.benchmark.contender.PyTorchInJava;
import io.github.lenet.benchmark.contender.StockDeeplearning4j;
import io.github.lenet.network.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that is compared, each once with one thread and once with a thread for every processor; PyTorch with both
 * orders of images in memory, because which is the faster depends on the network.
 */
final class Contenders {

    /** The name of what this project does. */
    static final String OURS = "ours";

    /** The name of Deeplearning4j's own layers. */
    static final String DEEPLEARNING4J = "Deeplearning4j";

    /** How the names of all that runs PyTorch begin. */
    static final String PYTORCH = "PyTorch";

    private static final String SCRIPT = "pytorch.py";

    private final Settings settings;
    private final String mnist;
    private final String architecture;
    private final String parameters;

    /**
     * Prepares the list.
     *
     * @param settings the processors, and a folder for the script
     * @param mnist folder of the four IDX files
     * @param architecture name of the network that all of them train
     */
    Contenders(Settings settings, Path mnist, String architecture) {
        this.settings = settings;
        this.mnist = mnist.toString();
        this.architecture = architecture;
        parameters = Integer.toString(Architecture.named(architecture).parameterCount());
    }

    /**
     * The contenders, ours first. Whether they can run here shows when they are started.
     *
     * @return one of each kind and number of threads
     * @throws IOException if the script cannot be written
     */
    List<Contender> all() throws IOException {
        var script = Files.createDirectories(settings.folder()).resolve(SCRIPT);
        try (var resource = Contenders.class.getResourceAsStream(SCRIPT)) {
            Files.write(script, resource.readAllBytes());
        }
        var python = python();
        return Stream.<IntFunction<Contender>>of(
                        this::ours,
                        this::deeplearning4j,
                        threads -> inPython(threads, python, script, false),
                        threads -> inPython(threads, python, script, true),
                        threads -> inJava(threads, false),
                        threads -> inJava(threads, true))
                .flatMap(kind ->
                        IntStream.of(1, settings.processors()).distinct().mapToObj(kind))
                .toList();
    }

    private Contender ours(int threads) {
        return Contender.inJava(OURS, threads, Lenet.class, List.of(), mnist, architecture, Integer.toString(threads));
    }

    private Contender deeplearning4j(int threads) {
        return Contender.inJava(DEEPLEARNING4J, threads, StockDeeplearning4j.class, List.of(), mnist, architecture);
    }

    private Contender inPython(int threads, String python, Path script, boolean channelsLast) {
        return new Contender(
                PYTORCH + " in Python" + layout(channelsLast),
                threads,
                List.of(
                        python,
                        script.toString(),
                        mnist,
                        architecture,
                        parameters,
                        Boolean.toString(channelsLast),
                        Integer.toString(threads)));
    }

    private static String layout(boolean channelsLast) {
        return channelsLast ? ", channels last," : "";
    }

    private Contender inJava(int threads, boolean channelsLast) {
        var options = List.of(
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1",
                // The libraries are on the class path; where they are not, it is to say so rather than to download
                // others.
                "-Dai.djl.offline=true",
                "-DDJL_CACHE_DIR=" + settings.folder().resolve("djl"),
                "-DENGINE_CACHE_DIR=" + settings.folder().resolve("djl"));
        return Contender.inJava(
                PYTORCH + " in Java" + layout(channelsLast),
                threads,
                PyTorchInJava.class,
                options,
                mnist,
                architecture,
                parameters,
                Boolean.toString(channelsLast));
    }

    /**
     * The first Python that has PyTorch; Debian's package serves Debian's Python alone, which may be hidden by another.
     */
    private static String python() {
        for (var python : List.of("python3", "/usr/bin/python3", "python")) {
            if (imports(python)) {
                return python;
            }
        }
        return "python3";
    }

    private static boolean imports(String python) {
        try {
            var process = new ProcessBuilder(python, "-c", "import torch")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            // There is no such program.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
