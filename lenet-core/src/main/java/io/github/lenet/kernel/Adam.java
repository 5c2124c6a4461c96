package io.github.lenet.kernel;

import io.github.lenet.network.NetworkState;
import java.util.Arrays;
import java.util.Locale;

/**
 * Adam (Kingma and Ba, 2015), the arithmetic of Deeplearning4j's {@code AdamUpdater}: {@code epsilon} is added to the
 * root of the uncorrected second moment, and both corrections of the bias go into the step size. Its constants are the
 * paper's, which are Deeplearning4j's defaults as well.
 */
public final class Adam implements Update {

    /** Decay of the first moment. */
    private static final float BETA1 = 0.9f;

    /** Decay of the second moment. */
    private static final float BETA2 = 0.999f;

    /** Keeps the divisor from zero. */
    private static final float EPSILON = 1e-8f;

    private final float[] firstMoments;
    private final float[] secondMoments;
    private int steps;
    private float stepSize;

    /**
     * Creates the state for a number of parameters.
     *
     * @param parameterCount number of parameters
     */
    public Adam(int parameterCount) {
        firstMoments = new float[parameterCount];
        secondMoments = new float[parameterCount];
    }

    /**
     * Starts the next step. Call it before each mini-batch.
     *
     * @param learningRate step size before the correction of the bias
     */
    public void next(double learningRate) {
        steps++;
        var correction =
                Math.sqrt(1 - StrictMath.pow(BETA2, (double) steps)) / (1 - StrictMath.pow(BETA1, (double) steps));
        stepSize = (float) (learningRate * correction);
    }

    @Override
    public void apply(float[] parameters, float[] gradient, int from, int to) {
        step(parameters, gradient, firstMoments, secondMoments, from, to);
    }

    private void step(float[] parameters, float[] gradient, float[] first, float[] second, int from, int to) {
        var gain1 = 1 - BETA1;
        var gain2 = 1 - BETA2;
        var step = stepSize;
        for (var i = from; i < to; i++) {
            var g = gradient[i];
            var m = BETA1 * first[i] + gain1 * g;
            var v = BETA2 * second[i] + gain2 * (g * g);
            first[i] = m;
            second[i] = v;
            parameters[i] -= step * m / ((float) Math.sqrt(v) + EPSILON);
        }
    }

    /**
     * The number of steps so far.
     *
     * @return calls of {@link #next}, and those before {@link #restore}
     */
    public int steps() {
        return steps;
    }

    /**
     * The state after the last step.
     *
     * @param parameters the parameters after that step
     * @param statistics what layers have measured until then
     * @return copies of them and of both moments
     * @throws IllegalArgumentException if a number is no longer finite
     */
    public NetworkState state(float[] parameters, float[] statistics) {
        return NetworkState.of(parameters.clone(), statistics.clone(), firstMoments, secondMoments);
    }

    /**
     * Goes on from a state.
     *
     * @param state what {@link #state} gives; without the memory of Adam, it begins anew
     * @param steps number of steps that led to it
     * @throws IllegalArgumentException if the state is for another number of parameters
     */
    public void restore(NetworkState state, int steps) {
        if (state.parameters().length != firstMoments.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a state of %d parameters is none for %d",
                    state.parameters().length,
                    firstMoments.length));
        }
        if (state.updaterState() == null) {
            Arrays.fill(firstMoments, 0);
            Arrays.fill(secondMoments, 0);
        } else {
            System.arraycopy(state.firstMoments(), 0, firstMoments, 0, firstMoments.length);
            System.arraycopy(state.secondMoments(), 0, secondMoments, 0, secondMoments.length);
        }
        this.steps = steps;
    }
}
