package io.github.lenet.deeplearning4j;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Pooling;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A layer in Deeplearning4j's terms.
 *
 * @param last whether it is the last one: softmax and the loss belong to it there, while the kernels keep them apart
 */
record LayerConfiguration(boolean last) implements LayerVisitor<Layer> {

    @Override
    public Layer visit(Convolution convolution) {
        return new ConvolutionLayer.Builder(convolution.kernelSize(), convolution.kernelSize())
                .stride(convolution.stride(), convolution.stride())
                .hasBias(convolution.hasBias())
                .padding(convolution.padding(), convolution.padding())
                .nIn(convolution.input().channels())
                .nOut(convolution.filters())
                .activation(activation(convolution.activation()))
                .weightInit(initialization(convolution.activation()))
                .build();
    }

    @Override
    public Layer visit(Pooling pooling) {
        var type = pooling.kind() == Pooling.Kind.MAXIMUM ? PoolingType.MAX : PoolingType.AVG;
        return new SubsamplingLayer.Builder(type)
                .kernelSize(pooling.size(), pooling.size())
                .stride(pooling.size(), pooling.size())
                .build();
    }

    @Override
    public Layer visit(Dense dense) {
        var builder = last
                ? new OutputLayer.Builder(LossFunction.MCXENT)
                        .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                : new DenseLayer.Builder().activation(activation(dense.activation()));
        return complete(builder, dense);
    }

    @Override
    public Layer visit(BatchNormalization layer) {
        throw new UnsupportedOperationException("deeper networks come with the next commit");
    }

    @Override
    public Layer visit(Addition layer) {
        throw new UnsupportedOperationException("deeper networks come with the next commit");
    }

    @Override
    public Layer visit(GlobalPooling layer) {
        throw new UnsupportedOperationException("deeper networks come with the next commit");
    }

    private static Layer complete(FeedForwardLayer.Builder<?> builder, Dense dense) {
        return builder.nIn(dense.inputs())
                .nOut(dense.outputs())
                .weightInit(initialization(dense.activation()))
                .build();
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
