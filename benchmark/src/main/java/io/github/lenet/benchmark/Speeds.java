package io.github.lenet.benchmark;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured in the same rounds.
 *
 * @param imagesPerSecond training speed of each contender that ran
 * @param limit floating-point operations per second of OpenBLAS with a thread for every processor
 */
record Speeds(Map<Contender, Samples> imagesPerSecond, Samples limit) {

    /**
     * The speed of this project with the number of threads that serves it best.
     *
     * @return images per second
     */
    Samples ours() {
        return best(Contenders.OURS).orElseThrow();
    }

    /**
     * How many times faster this project is than the fastest of others.
     *
     * @param kind how the names of the others begin
     * @return the ratio in each round; empty if none of them ran
     */
    Optional<Samples> timesFasterThan(String kind) {
        return best(kind).map(ours()::dividedBy);
    }

    private Optional<Samples> best(String kind) {
        return imagesPerSecond.entrySet().stream()
                .filter(entry -> entry.getKey().name().startsWith(kind))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(Samples::median));
    }
}
