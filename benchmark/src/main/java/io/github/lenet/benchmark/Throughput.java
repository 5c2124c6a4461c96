package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Training speed of all contenders, in turns of a few seconds: in every round each trains once, so that whatever else
 * the machine does meets all of them. They differ by a factor of thirty, so each gets as many images as fill its turn.
 */
final class Throughput implements AutoCloseable {

    private static final int TRAINING_IMAGES = 60_000;

    /** Batches of the very first turn, which loads classes and libraries and tells little of the speed. */
    private static final int FIRST_BATCHES = 10;

    /** Turns before the measured ones: by then the JVM has compiled everything. */
    private static final int WARM_UP_TURNS = 3;

    private final Settings settings;
    private final Limit limit;
    private final Map<Contender, ContenderProcess> running = new LinkedHashMap<>();
    private final Map<Contender, String> absent = new LinkedHashMap<>();

    /**
     * Starts the contenders, and OpenBLAS with a thread for every processor.
     *
     * @param contenders who takes part
     * @param settings how long to measure
     * @throws IOException if a file for their errors cannot be used
     * @throws UnavailableException if OpenBLAS does not start
     */
    Throughput(List<Contender> contenders, Settings settings) throws IOException, UnavailableException {
        this.settings = settings;
        limit = Limit.start(settings, settings.processors());
        for (var contender : contenders) {
            try {
                running.put(contender, ContenderProcess.start(contender, settings));
            } catch (UnavailableException e) {
                absent.put(contender, e.getMessage());
            }
        }
    }

    /**
     * Lets everyone train, first until they are warm and then in rounds; OpenBLAS multiplies in each round as well.
     *
     * @param batchSize images of a mini-batch
     * @return the speeds of those that run here, one value for each round
     * @throws IOException if a file of errors cannot be read
     * @throws UnavailableException if OpenBLAS has ended
     */
    Speeds measure(int batchSize) throws IOException, UnavailableException {
        var images = new LinkedHashMap<Contender, Integer>();
        var speeds = new LinkedHashMap<Contender, List<Double>>();
        var limits = new ArrayList<Double>();
        for (var contender : List.copyOf(running.keySet())) {
            images.put(contender, warmUp(contender, batchSize));
            speeds.put(contender, new ArrayList<>());
        }
        for (var round = 1; round <= settings.rounds(); round++) {
            System.out.println(format("batch %d: round %d of %d", batchSize, round, settings.rounds()));
            for (var contender : List.copyOf(running.keySet())) {
                speeds.get(contender).add(speed(contender, batchSize, images.get(contender)));
            }
            limits.add(limit.operationsPerSecond());
        }
        var samples = new LinkedHashMap<Contender, Samples>();
        running.keySet().forEach(contender -> samples.put(contender, new Samples(speeds.get(contender))));
        return new Speeds(samples, new Samples(limits));
    }

    /** Returns the images of a turn. */
    private int warmUp(Contender contender, int batchSize) throws IOException {
        var images = FIRST_BATCHES * batchSize;
        for (var turn = 0; turn < WARM_UP_TURNS && running.containsKey(contender); turn++) {
            var batches = Math.round(speed(contender, batchSize, images) * settings.secondsPerTurn() / batchSize);
            images = (int) Math.min(TRAINING_IMAGES, Math.max(1, batches) * batchSize);
        }
        return images;
    }

    private double speed(Contender contender, int batchSize, int images) throws IOException {
        try {
            return images / running.get(contender).turn(batchSize, images);
        } catch (UnavailableException e) {
            running.remove(contender);
            absent.put(contender, e.getMessage());
            return 0;
        }
    }

    /**
     * Who has run to this moment.
     *
     * @return the version of each, as it calls itself
     */
    Map<Contender, String> versions() {
        var versions = new LinkedHashMap<Contender, String>();
        running.forEach((contender, process) -> versions.put(contender, process.version()));
        return versions;
    }

    /**
     * Who cannot run here.
     *
     * @return the reason of each
     */
    Map<Contender, String> absent() {
        return absent;
    }

    @Override
    public void close() {
        running.values().forEach(ContenderProcess::close);
        limit.close();
    }
}
