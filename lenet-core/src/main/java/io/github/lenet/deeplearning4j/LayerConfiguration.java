package io.github.lenet.deeplearning4j;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Pooling;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A layer in Deeplearning4j's terms; nothing for an addition, which is no layer there. Only layers with weights have
 * their activation, which is a layer of its own behind others.
 *
 * @param last whether it is the last one: softmax and the loss belong to it there, while the kernels keep them apart
 */
record LayerConfiguration(boolean last) implements LayerVisitor<Optional<Layer>> {

    @Override
    public Optional<Layer> visit(Convolution convolution) {
        return Optional.of(new ConvolutionLayer.Builder(convolution.kernelSize(), convolution.kernelSize())
                .stride(convolution.stride(), convolution.stride())
                .hasBias(convolution.hasBias())
                .padding(convolution.padding(), convolution.padding())
                .nIn(convolution.input().channels())
                .nOut(convolution.filters())
                .activation(activation(convolution.activation()))
                .weightInit(initialization(convolution.activation()))
                .build());
    }

    @Override
    public Optional<Layer> visit(Pooling pooling) {
        var type = pooling.kind() == Pooling.Kind.MAXIMUM ? PoolingType.MAX : PoolingType.AVG;
        return Optional.of(new SubsamplingLayer.Builder(type)
                .kernelSize(pooling.size(), pooling.size())
                .stride(pooling.size(), pooling.size())
                .build());
    }

    @Override
    public Optional<Layer> visit(Dense dense) {
        var builder = last
                ? new OutputLayer.Builder(LossFunction.MCXENT)
                        .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                : new DenseLayer.Builder().activation(activation(dense.activation()));
        return Optional.of(complete(builder, dense));
    }

    /** By default, the fourth parameter of a channel there is the logarithm of its deviation, not its variance. */
    @Override
    public Optional<Layer> visit(BatchNormalization normalization) {
        var channels = normalization.input().channels();
        return Optional.of(new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
                .nIn(channels)
                .nOut(channels)
                .eps(BatchNormalization.EPSILON)
                .decay(BatchNormalization.DECAY)
                .useLogStd(false)
                .build());
    }

    @Override
    public Optional<Layer> visit(Addition addition) {
        return Optional.empty();
    }

    @Override
    public Optional<Layer> visit(GlobalPooling pooling) {
        return Optional.of(new GlobalPoolingLayer.Builder(PoolingType.AVG)
                .poolingDimensions(2, 3)
                .build());
    }

    private static Layer complete(FeedForwardLayer.Builder<?> builder, Dense dense) {
        return builder.nIn(dense.inputs())
                .nOut(dense.outputs())
                .weightInit(initialization(dense.activation()))
                .build();
    }

    /** The layer that is nothing but an activation. */
    static Layer apart(Activation activation) {
        return new ActivationLayer.Builder().activation(activation(activation)).build();
    }

    private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case TANH -> org.nd4j.linalg.activations.Activation.TANH;
        };
    }

    /** What a training does in fact to draw them, under its name there. */
    private static WeightInit initialization(Activation activation) {
        return activation == Activation.RELU ? WeightInit.RELU_UNIFORM : WeightInit.XAVIER_UNIFORM;
    }
}
