package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.SelectiveVisitor;
import io.github.lenet.network.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the passes of a network of LeNet's kind, in the order of its layers: convolutions of stride 1 with biases,
 * pooling, dense layers.
 *
 * <p>A pooling layer that alone reads a convolution is fused with it. Every other layer is a pass of its own.
 */
final class PassBuilder implements SelectiveVisitor<Output> {

    private final Network network;
    private final int lanes;
    private final boolean training;
    private final float[][] images;
    private final List<Pass> passes = new ArrayList<>();
    /** Of each layer. */
    private final Output[] outputs;
    /** The image as planes; null until a layer takes it so. */
    private @Nullable FeatureMaps planes;
    /** Index of the layer that is visited. */
    private int node;

    PassBuilder(Network network, int lanes, boolean training, float[][] images) {
        this.network = network;
        this.lanes = lanes;
        this.training = training;
        this.images = images;
        outputs = new Output[network.nodes().size()];
        for (node = 0; node < outputs.length; node++) {
            // Unless it is fused with the one before.
            if (outputs[node] == null) {
                outputs[node] = network.nodes().get(node).layer().accept(this);
            }
        }
    }

    Passes build() {
        return new Passes(passes, outputs[outputs.length - 1]);
    }

    @Override
    public Output visit(Convolution layer) {
        var pooling = poolingBehind();
        var pass = new ConvolutionPass(
                layer,
                pooling.orElse(null),
                first(Slice.Kind.BIASES),
                first(Slice.Kind.WEIGHTS),
                planesBefore(),
                lanes,
                training);
        passes.add(pass);
        if (pooling.isPresent()) {
            outputs[node + 1] = pass.output();
        }
        return pass.output();
    }

    /** The next layer if it is a pooling layer and the only one that reads this one. */
    private Optional<Pooling> poolingBehind() {
        if (network.readers(node) != 1) {
            return Optional.empty();
        }
        var next = network.nodes().get(node + 1);
        return next.inputs().get(0) == node ? next.layer().accept(OnlyPooling.VISITOR) : Optional.empty();
    }

    @Override
    public Output visit(Pooling layer) {
        var pass = new PoolingPass(layer, planesBefore(), lanes, training);
        passes.add(pass);
        return pass.output();
    }

    @Override
    public Output visit(Dense layer) {
        var pass =
                new DensePass(layer, node, first(Slice.Kind.BIASES), first(Slice.Kind.WEIGHTS), rowsBefore(), training);
        passes.add(pass);
        return pass.output();
    }

    @Override
    public Output visitOther(Layer layer) {
        throw new IllegalStateException("no layer of LeNet's kind");
    }

    private int first(Slice.Kind kind) {
        return network.slice(node, kind).from();
    }

    private int before() {
        return network.nodes().get(node).inputs().get(0);
    }

    private Output planesBefore() {
        if (before() != Network.IMAGE) {
            return outputs[before()];
        }
        if (planes == null) {
            planes = new FeatureMaps(
                    images,
                    new float[network.image().channels()][network.image().planeSize() * lanes]);
            passes.add(new Interleaving(planes));
        }
        return new Output(planes.planes(), Output.NO_GRADIENT);
    }

    private Output rowsBefore() {
        if (before() == Network.IMAGE) {
            return new Output(images, Output.NO_GRADIENT);
        }
        if (network.nodes().get(before()).layer().flattens()) {
            return outputs[before()];
        }
        var flattening = new Flattening(outputs[before()], lanes);
        passes.add(flattening);
        return flattening.output();
    }

    /** A pooling layer itself, and nothing for every other one. */
    private static final class OnlyPooling implements SelectiveVisitor<Optional<Pooling>> {

        static final OnlyPooling VISITOR = new OnlyPooling();

        @Override
        public Optional<Pooling> visitOther(Layer layer) {
            return Optional.empty();
        }

        @Override
        public Optional<Pooling> visit(Pooling layer) {
            return Optional.of(layer);
        }
    }
}
