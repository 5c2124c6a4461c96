package io.github.lenet.kernel;

import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.Layer;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.SelectiveVisitor;
import io.github.lenet.network.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the passes of any network, in the order of its layers: a pass for each. */
final class LanePassBuilder implements LayerVisitor<Pass> {

    private final Network network;
    private final int lanes;
    private final boolean training;
    private final float[][] images;
    private final int border;
    private final List<Pass> passes = new ArrayList<>();
    /** Of each layer that gives planes. */
    private final @Nullable Planes[] planes;
    /** Of each layer that gives none. */
    private final @Nullable Output[] rows;
    /** The image as planes; null until a layer takes it so. */
    private @Nullable Planes imagePlanes;
    /** Index of the layer that is visited. */
    private int node;

    private LanePassBuilder(Network network, int lanes, boolean training, float[][] images) {
        this.network = network;
        this.lanes = lanes;
        this.training = training;
        this.images = images;
        border = border(network);
        planes = new Planes[network.nodes().size()];
        rows = new Output[planes.length];
    }

    /** Makes the passes. */
    static Passes build(Network network, int lanes, boolean training, float[][] images) {
        var builder = new LanePassBuilder(network, lanes, training, images);
        for (builder.node = 0; builder.node < builder.planes.length; builder.node++) {
            builder.passes.add(builder.layer().accept(builder));
        }
        return new Passes(builder.passes, builder.rows[builder.planes.length - 1]);
    }

    private Layer layer() {
        return network.nodes().get(node).layer();
    }

    @Override
    public Pass visit(Convolution layer) {
        var operands = new ConvolutionOperands(
                layer,
                node,
                layer.hasBias() ? first(Slice.Kind.BIASES) : -1,
                first(Slice.Kind.WEIGHTS),
                planesBefore(0),
                beginsGradient(0),
                newPlanes());
        var method = WinogradMethod.suits(layer) ? new WinogradMethod(operands) : new DirectMethod(operands);
        return new LaneConvolution(operands, method);
    }

    @Override
    public Pass visit(BatchNormalization layer) {
        return new LaneNormalization(
                layer,
                first(Slice.Kind.SCALES),
                first(Slice.Kind.SHIFTS),
                network.firstStatistic(node),
                planesBefore(0),
                newPlanes());
    }

    @Override
    public Pass visit(Pooling layer) {
        return new LanePooling(layer, planesBefore(0), beginsGradient(0), newPlanes());
    }

    @Override
    public Pass visit(Addition layer) {
        return new LaneAddition(
                layer.activation(),
                List.of(planesBefore(0), planesBefore(1)),
                new boolean[] {beginsGradient(0), beginsGradient(1)},
                newPlanes());
    }

    @Override
    public Pass visit(GlobalPooling layer) {
        var pass = new LaneGlobalPooling(planesBefore(0), beginsGradient(0));
        rows[node] = pass.output();
        return pass;
    }

    @Override
    public Pass visit(Dense layer) {
        var pass =
                new DensePass(layer, node, first(Slice.Kind.BIASES), first(Slice.Kind.WEIGHTS), rowsBefore(), training);
        rows[node] = pass.output();
        return pass;
    }

    private int first(Slice.Kind kind) {
        return network.slice(node, kind).from();
    }

    private int before(int input) {
        return network.nodes().get(node).inputs().get(input);
    }

    /** Passes go backward from the last layer: the last reader of a layer is the first that computes its gradient. */
    private boolean beginsGradient(int input) {
        var from = before(input);
        return from != Network.IMAGE
                && network.lastReader(from) == node
                && network.nodes().get(node).inputs().indexOf(from) == input;
    }

    private Planes newPlanes() {
        var made = new Planes(layer().output(), border, lanes, training);
        planes[node] = made;
        return made;
    }

    /** The widest that a layer wants; the same everywhere, so that layers of one shape share their places. */
    private static int border(Network network) {
        return network.nodes().stream()
                .mapToInt(node -> node.layer().accept(Border.WANTED))
                .max()
                .orElse(0);
    }

    private Planes planesBefore(int input) {
        if (before(input) != Network.IMAGE) {
            return planes[before(input)];
        }
        if (imagePlanes == null) {
            imagePlanes = new Planes(network.image(), border, lanes, false);
            passes.add(new ImagePlanes(images, imagePlanes));
        }
        return imagePlanes;
    }

    private Output rowsBefore() {
        var from = before(0);
        if (from == Network.IMAGE) {
            return new Output(images, Output.NO_GRADIENT);
        }
        if (rows[from] == null) {
            var flattening = new LaneFlattening(planes[from]);
            passes.add(flattening);
            rows[from] = flattening.output();
        }
        return rows[from];
    }

    /** The border that a layer wants around its input and the gradient of its output. */
    private static final class Border implements SelectiveVisitor<Integer> {

        static final Border WANTED = new Border();

        @Override
        public Integer visitOther(Layer layer) {
            return 0;
        }

        @Override
        public Integer visit(Convolution layer) {
            return Math.max(layer.padding(), layer.kernelSize() - 1 - layer.padding());
        }
    }
}
