package io.github.lenet.network;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a network has learnt: everything that a training changes, and that an archive or a checkpoint keeps.
 *
 * <p>Every number is finite. The arrays are shared, not copied, and nobody changes one that a state has: who trains on
 * works on {@linkplain #parameters parameters} of its own. Two states are equal if all of their numbers are.
 *
 * @param parameters weights and biases, layer by layer, in Deeplearning4j's flat order
 * @param statistics what layers have measured rather than learnt, layer by layer: the running means and variances of
 *     batch normalisation; empty for a network without it
 * @param updaterState the memory of Adam: the first moments of all parameters, then the second moments; null where
 *     nobody is to train on, or Adam begins anew
 */
public record NetworkState(float[] parameters, float[] statistics, float @Nullable [] updaterState) {

    private static final float[] NO_STATISTICS = {};

    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException if one is not finite, or there are not two moments for each parameter
     */
    public NetworkState {
        requireFinite("parameters", parameters);
        requireFinite("statistics", statistics);
        if (updaterState != null) {
            requireLength("updaterState", updaterState, 2 * parameters.length);
            requireFinite("updaterState", updaterState);
        }
    }

    /**
     * The state of a network whose layers measure nothing.
     *
     * @param parameters weights and biases
     * @param updaterState the memory of Adam, or null
     * @throws IllegalArgumentException if a number is not finite, or there are not two moments for each parameter
     */
    public NetworkState(float[] parameters, float @Nullable [] updaterState) {
        this(parameters, NO_STATISTICS, updaterState);
    }

    /**
     * The state of a network with Adam in two arrays.
     *
     * @param parameters weights and biases
     * @param statistics what layers have measured
     * @param firstMoments one for each parameter
     * @param secondMoments one for each parameter
     * @return the state, which has copies of the moments
     */
    public static NetworkState of(float[] parameters, float[] statistics, float[] firstMoments, float[] secondMoments) {
        var moments = Arrays.copyOf(firstMoments, 2 * parameters.length);
        System.arraycopy(secondMoments, 0, moments, parameters.length, parameters.length);
        return new NetworkState(parameters, statistics, moments);
    }

    /**
     * Checks that this is the state of a network.
     *
     * @param network the network
     * @return this state
     * @throws IllegalArgumentException if an array has another length than the network calls for, or a variance is
     *     negative
     */
    public NetworkState requireFor(Network network) {
        requireLength("parameters", parameters, network.parameterCount());
        requireLength("statistics", statistics, network.statisticsCount());
        for (var i = 0; i < network.nodes().size(); i++) {
            network.nodes().get(i).layer().requireMeasurable(statistics, network.firstStatistic(i));
        }
        return this;
    }

    /**
     * The memory of Adam: the first moments.
     *
     * @return a copy, one for each parameter
     * @throws NullPointerException if there is no memory
     */
    public float[] firstMoments() {
        return Arrays.copyOf(Objects.requireNonNull(updaterState), parameters.length);
    }

    /**
     * The memory of Adam: the second moments.
     *
     * @return a copy, one for each parameter
     * @throws NullPointerException if there is no memory
     */
    public float[] secondMoments() {
        return Arrays.copyOfRange(Objects.requireNonNull(updaterState), parameters.length, 2 * parameters.length);
    }

    /**
     * The same network without what only a training needs, which is two thirds of the numbers.
     *
     * @return the state without the memory of Adam
     */
    public NetworkState withoutUpdaterState() {
        return new NetworkState(parameters, statistics, null);
    }

    private static void requireLength(String name, float[] elements, int length) {
        if (elements.length != length) {
            throw new IllegalArgumentException(name + " has " + elements.length + " numbers instead of " + length);
        }
    }

    private static void requireFinite(String name, float[] elements) {
        for (var i = 0; i < elements.length; i++) {
            if (!Float.isFinite(elements[i])) {
                throw new IllegalArgumentException(name + " has " + elements[i] + " at index " + i);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetworkState state
                && Arrays.equals(parameters, state.parameters)
                && Arrays.equals(statistics, state.statistics)
                && Arrays.equals(updaterState, state.updaterState);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parameters) + Arrays.hashCode(updaterState);
    }

    /** How many numbers there are, not all of them. */
    @Override
    public String toString() {
        return parameters.length + " parameters" + (updaterState == null ? "" : " and the state of Adam");
    }
}
