package io.github.lenet.network;

import static io.github.lenet.text.Formatting.format;

/**
 * What the optimiser changes: a network and the memory of Adam.
 *
 * <p>The arrays are shared with the caller, not copied, and compared by identity.
 *
 * @param parameters weights and biases, in Deeplearning4j's flat order
 * @param updaterState Adam's first moments of all parameters, then the second moments
 */
public record NetworkState(float[] parameters, float[] updaterState) {

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if there are not two moments for each parameter
     */
    public NetworkState {
        if (updaterState.length != 2 * parameters.length) {
            throw new IllegalArgumentException(
                    format("%d parameters have twice as many moments, not %d", parameters.length, updaterState.length));
        }
    }
}
