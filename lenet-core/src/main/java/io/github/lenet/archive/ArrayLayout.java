package io.github.lenet.archive;

import io.github.lenet.network.Network;
import io.github.lenet.network.NetworkState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers of a network lie in the two arrays of an archive.
 *
 * <p>Both go through the layers in Deeplearning4j's {@linkplain Vertex#order order}. {@code coefficients.bin} holds the
 * parameters of each layer, then its statistics. {@code updaterState.bin} holds blocks of first moments and then second
 * moments: statistics are not moved by Adam, so that each layer that has some ends a block. In a network without
 * statistics, whose layers follow each other, both are the arrays of {@link NetworkState}.
 */
final class ArrayLayout {

    private final Network network;
    private final List<Range> coefficients = new ArrayList<>();
    private final List<Range> moments = new ArrayList<>();

    /**
     * Numbers that lie together in an array of ours, as in one of Deeplearning4j.
     *
     * @param isStatistics whether that is the one of statistics
     * @param from index of the first one
     * @param to end, exclusive
     */
    private record Range(boolean isStatistics, int from, int to) {}

    /**
     * Finds the places.
     *
     * @param network the network
     */
    ArrayLayout(Network network) {
        this.network = network;
        var vertices = Vertex.of(network);
        var block = new ArrayList<Range>();
        for (var number : Vertex.order(vertices)) {
            if (number == 0 || vertices.get(number - 1).isActivation()) {
                continue;
            }
            var node = vertices.get(number - 1).node();
            var layer = network.nodes().get(node).layer();
            for (var slice : network.slices(node)) {
                var range = new Range(false, slice.from(), slice.to());
                coefficients.add(range);
                block.add(range);
            }
            if (layer.statisticsCount() > 0) {
                var first = network.firstStatistic(node);
                coefficients.add(new Range(true, first, first + layer.statisticsCount()));
                addMoments(block);
                block.clear();
            }
        }
        addMoments(block);
    }

    private void addMoments(List<Range> block) {
        moments.addAll(block);
        var second = network.parameterCount();
        block.forEach(range -> moments.add(new Range(false, range.from + second, range.to + second)));
    }

    /** The number of elements of {@code coefficients.bin}. */
    int coefficientCount() {
        return network.parameterCount() + network.statisticsCount();
    }

    /** The number of elements of {@code updaterState.bin}. */
    int momentCount() {
        return 2 * network.parameterCount();
    }

    /** The elements of {@code coefficients.bin}. */
    float[] coefficients(NetworkState state) {
        return pack(coefficients, coefficientCount(), state.parameters(), state.statistics());
    }

    /**
     * The elements of {@code updaterState.bin}.
     *
     * @param updaterState that of a {@link NetworkState}
     */
    float[] moments(float[] updaterState) {
        return pack(moments, momentCount(), updaterState, new float[0]);
    }

    /**
     * The state in two arrays.
     *
     * @param packed elements of {@code coefficients.bin}
     * @param packedMoments elements of {@code updaterState.bin}, or null without it
     * @throws IllegalArgumentException if a number is not finite
     */
    NetworkState state(float[] packed, float @Nullable [] packedMoments) {
        var parameters = new float[network.parameterCount()];
        var statistics = new float[network.statisticsCount()];
        unpack(coefficients, packed, parameters, statistics);
        if (packedMoments == null) {
            return new NetworkState(parameters, statistics, null);
        }
        var updaterState = new float[momentCount()];
        unpack(moments, packedMoments, updaterState, statistics);
        return new NetworkState(parameters, statistics, updaterState);
    }

    private static float[] pack(List<Range> ranges, int count, float[] learnt, float[] measured) {
        var packed = new float[count];
        var place = 0;
        for (var range : ranges) {
            var length = range.to - range.from;
            System.arraycopy(range.isStatistics ? measured : learnt, range.from, packed, place, length);
            place += length;
        }
        return packed;
    }

    private static void unpack(List<Range> ranges, float[] packed, float[] learnt, float[] measured) {
        var place = 0;
        for (var range : ranges) {
            var length = range.to - range.from;
            System.arraycopy(packed, place, range.isStatistics ? measured : learnt, range.from, length);
            place += length;
        }
    }
}
