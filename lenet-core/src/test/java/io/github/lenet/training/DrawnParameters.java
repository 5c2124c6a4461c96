package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Architecture;

/** What a training begins with, for tests in other rooms. */
public final class DrawnParameters {

    private DrawnParameters() {}

    /** The parameters of a network, always the same. */
    public static float[] of(Architecture architecture) {
        return SeededParameters.of(architecture, new SeededRandom(1));
    }
}
