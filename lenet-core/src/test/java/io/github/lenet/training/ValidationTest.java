package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final float[] NO_STATISTICS = {};

    private static final Architecture LENET5 = Architecture.named("lenet5");

    private final float[] parameters = SeededParameters.of(LENET5, new SeededRandom(1));

    @Test
    void scoresEveryImageOnce() {
        var dataset = SyntheticDigits.test(101, 1);
        var loss = 0.0;
        var correct = 0;
        var probabilities = new float[10];
        var inference = new Inference(FoldedNetwork.of(LENET5.network(), parameters, NO_STATISTICS));
        for (var image = 0; image < dataset.size(); image++) {
            inference.probabilities(dataset.pixels(), dataset.pixelOffset(image), probabilities);
            loss -= Math.log(probabilities[dataset.label(image)]);
            var best = 0;
            for (var label = 1; label < 10; label++) {
                best = probabilities[label] > probabilities[best] ? label : best;
            }
            correct += best == dataset.label(image) ? 1 : 0;
        }

        var score = measure(dataset, parameters, 2);

        assertThat(score.images()).isEqualTo(101);
        assertThat(score.correct()).isEqualTo(correct);
        assertThat(score.loss()).isCloseTo(loss, within(1e-9));
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        var dataset = SyntheticDigits.test(57, 1);

        var one = measure(dataset, parameters, 1);

        assertThat(measure(dataset, parameters, 2)).isEqualTo(one);
        assertThat(measure(dataset, parameters, 7)).isEqualTo(one);
    }

    @Test
    void fewerImagesThanPartsAreFine() {
        assertThat(measure(SyntheticDigits.test(3, 1), parameters, 2).images()).isEqualTo(3);
    }

    @Test
    void aProbabilityOfZeroCostsMuchButNotEverything() {
        // Only the bias of class 1 counts, and by so much that every other class has the probability 0.
        var certain = new float[parameters.length];
        certain[parameters.length - 9] = 1e4f;

        var score = measure(SyntheticDigits.test(10, 1), certain, 1);

        assertThat(score.correct()).isEqualTo(1);
        assertThat(score.meanLoss()).isCloseTo(0.9 * -Math.log(Float.MIN_NORMAL), within(1e-9));
    }

    private static Score measure(Dataset dataset, float[] parameters, int threads) {
        try (var workers = new Workers(threads)) {
            return new Validation(LENET5.network(), dataset, new Parts(workers))
                    .measure(new NetworkState(parameters, null));
        }
    }
}
