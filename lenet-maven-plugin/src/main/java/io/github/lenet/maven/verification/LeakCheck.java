package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Counts the test images that also stand in the training images, byte for byte, in a thread of its own, while the model
 * is asked. It informs and never fails the gate, whatever happens.
 */
final class LeakCheck {

    private final CompletableFuture<Integer> count;
    private final Log log;

    private LeakCheck(CompletableFuture<Integer> count, Log log) {
        this.count = count;
        this.log = log;
    }

    /**
     * Begins.
     *
     * @param dataset has the training images, if they are at hand: the gate itself does without
     * @param images the test images
     * @param log hears of leaks
     * @return the check, while it runs
     */
    static LeakCheck begin(LocatedDataset dataset, Dataset images, Log log) {
        return new LeakCheck(CompletableFuture.supplyAsync(() -> count(dataset, images)), log);
    }

    private static @Nullable Integer count(LocatedDataset dataset, Dataset images) {
        try {
            return dataset.shared(images, Split.TRAIN).length;
        } catch (IOException e) {
            return null;
        }
    }

    /** The number of leaked images once it is known, or null if there are no training images that could be read. */
    @Nullable
    Integer leaked() {
        var leaked = joined();
        if (leaked != null && leaked > 0) {
            log.warn(format(
                    "%d of the test images also %s in the training images, byte for byte, which tells nothing about new ones;"
                            + " mvn lenet:explore lists such images",
                    leaked, leaked == 1 ? "stands" : "stand"));
        }
        return leaked;
    }

    private @Nullable Integer joined() {
        try {
            return count.join();
        } catch (CompletionException e) {
            log.warn("Nobody can tell whether test images stand in the training images: " + e.getCause());
            return null;
        }
    }
}
