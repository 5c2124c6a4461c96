package io.github.lenet.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * How long to measure, and with which files; from system properties.
 *
 * @param rounds turns of every contender, {@code benchmark.rounds}
 * @param secondsPerTurn how long a turn takes about, {@code benchmark.seconds}
 * @param architectures names of the networks that {@link DeeperNetworks} and {@link Profile} measure, with commas
 *     between them, {@code benchmark.architectures}
 * @param searches how often {@link SearchRegret} searches on real images, {@code benchmark.searches}; 0 for never
 * @param folder where the results and the output of the processes go, {@code benchmark.folder}
 * @param cacheDirectory where MNIST is, or is downloaded to, {@code lenet.cacheDirectory}
 * @param processors processors of this machine: the threads of a contender that uses all
 */
record Settings(
        int rounds,
        double secondsPerTurn,
        List<String> architectures,
        int searches,
        Path folder,
        Path cacheDirectory,
        int processors) {

    /**
     * Reads them.
     *
     * @return the settings of this run
     */
    static Settings read() {
        return new Settings(
                Integer.getInteger("benchmark.rounds", 7),
                Double.parseDouble(System.getProperty("benchmark.seconds", "2")),
                List.of(System.getProperty("benchmark.architectures", "vgg6,resnet8,resnet14")
                        .split(",", -1)),
                Integer.getInteger("benchmark.searches", 10),
                Path.of(System.getProperty("benchmark.folder", "target/benchmark"))
                        .toAbsolutePath(),
                Path.of(System.getProperty("lenet.cacheDirectory", System.getProperty("user.home") + "/.cache/lenet")),
                Runtime.getRuntime().availableProcessors());
    }
}
