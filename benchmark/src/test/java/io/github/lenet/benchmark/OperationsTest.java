package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Architecture;
import org.junit.jupiter.api.Test;

class OperationsTest {

    @Test
    void aStepIsForwardAndTwiceBackwardButForTheGradientOfTheImage() {
        var c1 = 24 * 24 * 6 * 25;
        var c3 = 8 * 8 * 16 * 6 * 25;
        var dense = 256 * 120 + 120 * 84 + 84 * 10;

        assertThat(Operations.ofStep(Architecture.LENET5.network())).isEqualTo(2 * (2 * c1 + 3 * (c3 + dense)));
    }

    @Test
    void stridesAndProjectionsCount() {
        var conv1 = 14 * 14 * 16 * 9;
        var stage1 = 14 * 14 * 2 * 16 * 16 * 9;
        var stage2 = 7 * 7 * 32 * (16 * 9 + 32 * 9 + 16);
        var stage3 = 4 * 4 * 64 * (32 * 9 + 64 * 9 + 32);

        assertThat(Operations.ofStep(Architecture.RESNET8.network()))
                .isEqualTo(2 * (2 * conv1 + 3 * (stage1 + stage2 + stage3 + 640)));
    }
}
