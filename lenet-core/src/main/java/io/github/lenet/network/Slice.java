package io.github.lenet.network;

/**
 * Parameters of one kind that lie next to each other.
 *
 * @param kind what they are
 * @param from index of the first one
 * @param to end, exclusive
 */
public record Slice(Kind kind, int from, int to) {

    /** What parameters are to their layer. */
    public enum Kind {
        /** Factors of the inputs. */
        WEIGHTS(true),
        /** What is added to the outputs. */
        BIASES(false),
        /** Factors of normalised values. */
        SCALES(false),
        /** What is added to normalised and scaled values. */
        SHIFTS(false);

        private final boolean decays;

        Kind(boolean decays) {
            this.decays = decays;
        }

        /**
         * Whether weight decay makes them smaller.
         *
         * @return true for weights alone
         */
        public boolean decays() {
            return decays;
        }
    }

    /** The number of parameters. */
    public int length() {
        return to - from;
    }

    /** The same slice, so many places later. */
    Slice later(int places) {
        return new Slice(kind, from + places, to + places);
    }
}
