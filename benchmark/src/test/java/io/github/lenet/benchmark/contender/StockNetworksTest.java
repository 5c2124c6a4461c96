package io.github.lenet.benchmark.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Architecture;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j counts the running statistics among the parameters. */
class StockNetworksTest {

    @Test
    void vgg6HasTheParametersOfOurs() {
        var network = StockNetworks.vgg6();

        assertThat(network.numParams()).isEqualTo(parameters(Architecture.VGG6));
        network.fit(batch());
        assertThat(network.score()).isBetween(0.0, 10.0);
    }

    @Test
    void resnet8HasTheParametersOfOurs() {
        var network = StockNetworks.resnet8();

        assertThat(network.numParams()).isEqualTo(parameters(Architecture.RESNET8));
        network.fit(batch());
        assertThat(network.score()).isBetween(0.0, 10.0);
    }

    @Test
    void resnet14HasTheParametersOfOurs() {
        assertThat(StockNetworks.resnet14().numParams()).isEqualTo(parameters(Architecture.RESNET14));
    }

    private static int parameters(Architecture architecture) {
        return architecture.parameterCount() + architecture.network().statisticsCount();
    }

    private static DataSet batch() {
        INDArray labels = Nd4j.zeros(4, 10);
        labels.putColumn(3, Nd4j.ones(4));
        return new DataSet(Nd4j.rand(4, 1, 28, 28), labels);
    }
}
