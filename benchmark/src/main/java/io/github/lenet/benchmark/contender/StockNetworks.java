package io.github.lenet.benchmark.contender;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The deeper architectures in the words of Deeplearning4j, for grey images of MNIST's size in ten classes. */
final class StockNetworks {

    private static final InputType IMAGE = InputType.convolutional(28, 28, 1);
    private static final int CLASSES = 10;

    private StockNetworks() {}

    /**
     * Six convolutions in a row.
     *
     * @return the network, ready to be trained
     */
    static MultiLayerNetwork vgg6() {
        var layers = new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.001))
                .weightInit(WeightInit.RELU)
                .list();
        for (int filters : List.of(16, 32, 64)) {
            if (filters > 16) {
                layers.layer(halving());
            }
            for (var i = 0; i < 2; i++) {
                layers.layer(convolution(3, filters, 1)).layer(batchNorm()).layer(relu());
            }
        }
        layers.layer(average()).layer(classes()).setInputType(IMAGE);
        var network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    /**
     * A convolution with a stride of two, and three basic blocks.
     *
     * @return the network, ready to be trained
     */
    static ComputationGraph resnet8() {
        return new ResNet(2).basicBlocks(1).network();
    }

    /**
     * A convolution, max pooling, and six basic blocks.
     *
     * @return the network, ready to be trained
     */
    static ComputationGraph resnet14() {
        return new ResNet(1).add("halving", halving()).basicBlocks(2).network();
    }

    private static ConvolutionLayer convolution(int kernelSize, int filters, int stride) {
        return new ConvolutionLayer.Builder(kernelSize, kernelSize)
                .nOut(filters)
                .stride(stride, stride)
                .padding(kernelSize / 2, kernelSize / 2)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static BatchNormalization batchNorm() {
        return new BatchNormalization.Builder().useLogStd(false).build();
    }

    private static ActivationLayer relu() {
        return new ActivationLayer(Activation.RELU);
    }

    private static SubsamplingLayer halving() {
        return new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static GlobalPoolingLayer average() {
        return new GlobalPoolingLayer(PoolingType.AVG);
    }

    private static OutputLayer classes() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** A graph that grows at its last vertex. */
    private static final class ResNet {

        private final GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.001))
                .weightInit(WeightInit.RELU)
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(IMAGE);
        private String last = "image";

        ResNet(int firstStride) {
            convolution("stem", 3, 16, firstStride);
            add("stem relu", relu());
        }

        ResNet add(String name, Layer layer) {
            graph.addLayer(name, layer, last);
            last = name;
            return this;
        }

        private void convolution(String name, int kernelSize, int filters, int stride) {
            add(name, StockNetworks.convolution(kernelSize, filters, stride));
            add(name + " norm", batchNorm());
        }

        /** At 16, 32 and 64 filters; each group but the first begins with a stride of two. */
        ResNet basicBlocks(int count) {
            for (int filters : List.of(16, 32, 64)) {
                for (var block = 1; block <= count; block++) {
                    basicBlock(filters + " " + block + " ", filters, filters > 16 && block == 1);
                }
            }
            return this;
        }

        private void basicBlock(String name, int filters, boolean changesShape) {
            var input = last;
            var stride = changesShape ? 2 : 1;
            convolution(name + "first", 3, filters, stride);
            add(name + "first relu", relu());
            convolution(name + "second", 3, filters, 1);
            var branch = last;
            last = input;
            if (changesShape) {
                convolution(name + "projection", 1, filters, stride);
            }
            graph.addVertex(name + "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), branch, last);
            last = name + "sum";
            add(name + "relu", relu());
        }

        ComputationGraph network() {
            add("average", average());
            add("classes", StockNetworks.classes());
            ComputationGraphConfiguration configuration =
                    graph.setOutputs("classes").build();
            var network = new ComputationGraph(configuration);
            network.init();
            return network;
        }
    }
}
