package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the places are those of Deeplearning4j, {@code StockDeeplearningTest} knows. */
class ArrayLayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void arraysOfALeNetAreOurs(String name) {
        var state = numbered(name);
        var layout = layout(name);

        assertThat(layout.coefficients(state)).isEqualTo(state.parameters());
        assertThat(layout.moments(state.updaterState())).isEqualTo(state.updaterState());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "vgg6", "resnet8", "resnet14"})
    void everyNumberHasAPlaceOfItsOwn(String name) {
        var state = numbered(name);
        var layout = layout(name);

        var coefficients = layout.coefficients(state);
        var moments = layout.moments(state.updaterState());

        assertThat(layout.state(coefficients, moments)).isEqualTo(state);
        assertThat(layout.state(coefficients, null)).isEqualTo(state.withoutUpdaterState());
        assertThat(IntStream.range(0, coefficients.length).mapToObj(i -> coefficients[i]))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, moments.length).mapToObj(i -> moments[i])).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet8", "resnet14"})
    void verticesAreInTheOrderThatDeeplearning4jSortsThemInto(String name) {
        var graph = (ComputationGraph) StockNetworks.initialized(name);
        var vertices = Vertex.of(Architecture.named(name).network());

        var names = new ArrayList<String>();
        Vertex.order(vertices).forEach(number -> names.add(Vertex.nameOf(number, vertices)));

        assertThat(names).isEqualTo(graph.getConfiguration().getTopologicalOrderStr());
        assertThat(names)
                .as("they branch")
                .isNotEqualTo(
                        new ArrayList<>(graph.getConfiguration().getVertices().keySet()));
    }

    private static ArrayLayout layout(String name) {
        return new ArrayLayout(Architecture.named(name).network());
    }

    /** No number twice. */
    private static NetworkState numbered(String name) {
        var network = Architecture.named(name).network();
        var count = network.parameterCount();
        return new NetworkState(
                numbers(1, count), numbers(1 + count, network.statisticsCount()), numbers(1 + 2 * count, 2 * count));
    }

    private static float[] numbers(int first, int count) {
        var numbers = new float[count];
        IntStream.range(0, count).forEach(i -> numbers[i] = first + i);
        return numbers;
    }
}
