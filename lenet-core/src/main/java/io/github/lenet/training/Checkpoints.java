package io.github.lenet.training;

import java.util.Optional;
import java.util.function.Consumer;

/** Keeps how far one training has come. Its methods are called on the thread that trains. */
public interface Checkpoints {

    /** For a training that nobody wants to go on with. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<Checkpoint> latest(Consumer<Checkpoint> check) {
            return Optional.empty();
        }

        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public void save(Checkpoint checkpoint) {}
    };

    /**
     * Where to go on.
     *
     * @param check throws an {@link IllegalArgumentException}, whose message says why, for a checkpoint that the
     *     training cannot go on from
     * @return the newest usable checkpoint of this very training; empty to begin with the first epoch
     */
    Optional<Checkpoint> latest(Consumer<Checkpoint> check);

    /**
     * Asked after every step, so it must be quick.
     *
     * @return whether to save now, in the middle of an epoch
     */
    boolean isDue();

    /**
     * Keeps a checkpoint; called after every epoch, and when one is due. What goes wrong here must not end the
     * training: it is for the implementation to report.
     *
     * @param checkpoint how far the training has come
     */
    void save(Checkpoint checkpoint);
}
