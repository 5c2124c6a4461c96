package io.github.lenet.worker;

import static java.util.Objects.requireNonNull;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.Key;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.Tuning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker tells its parent while it runs. Each event refuses values that its reader could not use; its texts are
 * printed by way of {@link io.github.lenet.text.Printable} alone.
 */
@Key("event")
public sealed interface WorkerEvent {

    /** The last word of a worker that ends with {@link WorkerExit#OK}: every file that it writes is in place. */
    sealed interface Result extends WorkerEvent permits Trained, Searched, Inferred {}

    /** The last word of a training. */
    sealed interface Trained extends Result permits Restored, Finished {

        /**
         * The model.
         *
         * @return digest of the archive, in hexadecimal
         */
        String sha256();
    }

    /**
     * The worker is there, and reads the data. Sent at once, and then at most once a second as long as bytes arrive: a
     * disk that gives none sends no sign of life.
     *
     * @param bytes how much of the data has been read, decompressed; all of it is read more than once
     */
    record Preparing(long bytes) implements WorkerEvent {

        /** Requires a number of bytes. */
        public Preparing {
            requireAtLeast(0, "bytes", bytes);
        }
    }

    /**
     * Another process trains the same model, and this one waits for it. Sent a few times a second, as a sign of life.
     *
     * @param owner that process, for people: {@code process 4711}
     */
    record Waiting(String owner) implements WorkerEvent {

        /** Requires a name. */
        public Waiting {
            requireNonNull(owner, "owner is missing");
        }
    }

    /**
     * The model comes from the cache, where another process has put it since this one was asked to train.
     *
     * @param sha256 digest of the archive, in hexadecimal
     */
    record Restored(String sha256) implements Trained {

        /** Requires a digest. */
        public Restored {
            Sha256.require("sha256", sha256);
        }
    }

    /**
     * The data is read, the network is built, and the first epoch begins.
     *
     * @param backend what computes, for people: {@code Java kernels on CPU}
     * @param network the architecture, for people: {@code lenet5 adapted to 32 x 32 images in 43 classes}
     * @param trainingImages images that are trained on
     * @param validationImages images that are held out
     * @param parameters trainable parameters of the network
     */
    record Started(String backend, String network, int trainingImages, int validationImages, int parameters)
            implements WorkerEvent {

        /** Requires both names, and images to learn from. */
        public Started {
            requireNonNull(backend, "backend is missing");
            requireNonNull(network, "network is missing");
            requireAtLeast(1, "trainingImages", trainingImages);
            requireAtLeast(0, "validationImages", validationImages);
            requireAtLeast(1, "parameters", parameters);
        }
    }

    /**
     * Something that the training goes on in spite of, such as a damaged checkpoint.
     *
     * @param message what is wrong and what follows from it, for people, on one line
     */
    record Warned(String message) implements WorkerEvent {

        /** Requires a message. */
        public Warned {
            requireNonNull(message, "message is missing");
        }
    }

    /**
     * The training does not begin with the first epoch, because one with the same inputs was interrupted.
     *
     * @param epochs what the epochs gave that are done already
     * @param images images of the next epoch that are done, 0 between two epochs
     * @param checkpoint when the checkpoint was made from which it goes on, UTC, in the form of ISO 8601
     */
    record Resumed(List<EpochResult> epochs, int images, String checkpoint) implements WorkerEvent {

        /** Requires the results of the first epochs, and a moment. */
        public Resumed {
            epochs = List.copyOf(epochs);
            EpochResult.requireInOrder(epochs);
            requireAtLeast(0, "images", images);
            Instant.parse(checkpoint);
        }
    }

    /**
     * Sent at most once a second while an epoch runs: the sign of life that the parent waits for.
     *
     * @param epoch number of the running epoch, from 1
     * @param images images of this epoch that are done
     */
    record Progress(int epoch, int images) implements WorkerEvent {

        /** Requires an epoch. */
        public Progress {
            requireAtLeast(1, "epoch", epoch);
            requireAtLeast(0, "images", images);
        }
    }

    /**
     * An epoch is done.
     *
     * @param result what it gave
     */
    record EpochFinished(EpochResult result) implements WorkerEvent {

        /** Requires a result. */
        public EpochFinished {
            requireNonNull(result, "result is missing");
        }
    }

    /**
     * The training is done.
     *
     * @param sha256 digest of the archive, in hexadecimal
     * @param keptEpoch number of the epoch whose parameters the model has
     * @param seconds wall-clock time of the training, without the start of the process
     */
    record Finished(String sha256, int keptEpoch, double seconds) implements Trained {

        /** Requires a digest, an epoch and a time. */
        public Finished {
            Sha256.require("sha256", sha256);
            requireAtLeast(1, "keptEpoch", keptEpoch);
            // Negated, so that NaN fails as well.
            if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("seconds is " + seconds + ", but must be at least 0");
            }
        }
    }

    /**
     * A trial of a search has come to its end.
     *
     * @param trial what it gave
     */
    record TrialEnded(TrialResult trial) implements WorkerEvent {

        /** Requires a result. */
        public TrialEnded {
            requireNonNull(trial, "trial is missing");
        }
    }

    /**
     * All trials of a search have come to their end, and the finalists are trained with fresh seeds.
     *
     * @param trainings how many trainings that takes
     */
    record Confirming(int trainings) implements WorkerEvent {

        /** Requires a training. */
        public Confirming {
            requireAtLeast(1, "trainings", trainings);
        }
    }

    /**
     * The trials of a search run on a cluster, which has answered.
     *
     * @param cluster what it is, for people: {@code Spark 3.5.9 at spark://host:7077}
     * @param page address of its page for people, null if it has none
     */
    record ClusterJoined(String cluster, @Nullable String page) implements WorkerEvent {

        /** Requires a name. */
        public ClusterJoined {
            requireNonNull(cluster, "cluster is missing");
        }
    }

    /**
     * Sent once a second by a search on a cluster, as a sign of life, from before the cluster has answered.
     *
     * @param executors processes that the cluster has given, 0 if it runs everything in the one that sends this
     * @param trainings trainings that run at the moment
     */
    record ClusterProgress(int executors, int trainings) implements WorkerEvent {

        /** Requires two numbers. */
        public ClusterProgress {
            requireAtLeast(0, "executors", executors);
            requireAtLeast(0, "trainings", trainings);
        }
    }

    /**
     * The search is done.
     *
     * @param tuning what it gave
     */
    record Searched(Tuning tuning) implements Result {

        /** Requires a result. */
        public Searched {
            requireNonNull(tuning, "tuning is missing");
        }
    }

    /**
     * A network has given its outputs for all images.
     *
     * @param images how many images
     */
    record Inferred(int images) implements Result {

        /** Requires an image. */
        public Inferred {
            requireAtLeast(1, "images", images);
        }
    }

    /**
     * The worker gives up, and ends with another status.
     *
     * @param message what is wrong and what to do, for people
     */
    record Failed(String message) implements WorkerEvent {

        /** Requires a message. */
        public Failed {
            requireNonNull(message, "message is missing");
        }
    }

    private static void requireAtLeast(long least, String name, long number) {
        if (number < least) {
            throw new IllegalArgumentException(name + " is " + number + ", but must be at least " + least);
        }
    }
}
