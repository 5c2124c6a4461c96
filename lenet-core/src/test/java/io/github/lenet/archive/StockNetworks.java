package io.github.lenet.archive;

import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.Shape;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Software;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Our architectures written down by hand in Deeplearning4j, and archives around them. */
public final class StockNetworks {

    private static final Shape MNIST = new Shape(1, 28, 28);

    private StockNetworks() {}

    public static MultiLayerConfiguration configuration(String architecture) {
        return configuration(architecture, MNIST, 10);
    }

    /** Of an architecture whose layers follow each other. */
    public static MultiLayerConfiguration configuration(String architecture, Shape image, int classes) {
        return architecture.equals("vgg6") ? vgg6(image, classes) : leNet(architecture, image, classes);
    }

    private static MultiLayerConfiguration leNet(String architecture, Shape image, int classes) {
        var classic = architecture.equals("lenet5-1998");
        var activation = classic ? Activation.TANH : Activation.RELU;
        var pooling = classic ? SubsamplingLayer.PoolingType.AVG : SubsamplingLayer.PoolingType.MAX;
        var padding = classic ? 2 : 0;
        return common().activation(activation)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nOut(6)
                        .padding(padding, padding)
                        .build())
                .layer(new SubsamplingLayer.Builder(pooling, new int[] {2, 2}, new int[] {2, 2}).build())
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(16).build())
                .layer(new SubsamplingLayer.Builder(pooling, new int[] {2, 2}, new int[] {2, 2}).build())
                .layer(new DenseLayer.Builder().nOut(120).build())
                .layer(new DenseLayer.Builder().nOut(84).build())
                .layer(output(classes))
                .setInputType(convolutional(image))
                .build();
    }

    private static NeuralNetConfiguration.Builder common() {
        return new NeuralNetConfiguration.Builder()
                .seed(42)
                .dataType(DataType.FLOAT)
                .updater(new Adam(0.001));
    }

    private static OutputLayer output(int classes) {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static InputType convolutional(Shape image) {
        return InputType.convolutional(image.height(), image.width(), image.channels());
    }

    private static MultiLayerConfiguration vgg6(Shape image, int classes) {
        var list = common().activation(Activation.IDENTITY).list();
        for (var filters : List.of(16, 32, 64)) {
            for (var i = 0; i < 2; i++) {
                list.layer(convolution(filters, 3, 1));
                list.layer(normalization());
                list.layer(new ActivationLayer(Activation.RELU));
            }
            if (filters < 64) {
                list.layer(maximum());
            }
        }
        return list.layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(output(classes))
                .setInputType(convolutional(image))
                .build();
    }

    private static ConvolutionLayer convolution(int filters, int kernelSize, int stride) {
        return new ConvolutionLayer.Builder(kernelSize, kernelSize)
                .nOut(filters)
                .stride(stride, stride)
                .padding(kernelSize / 2, kernelSize / 2)
                .hasBias(false)
                .build();
    }

    private static BatchNormalization normalization() {
        return new BatchNormalization.Builder().decay(0.99).useLogStd(false).build();
    }

    private static SubsamplingLayer maximum() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build();
    }

    public static ComputationGraphConfiguration resNet(String architecture) {
        return resNet(architecture, MNIST, 10);
    }

    /** Of a residual network, with the names that ours have. */
    public static ComputationGraphConfiguration resNet(String architecture, Shape image, int classes) {
        var isLarge = architecture.equals("resnet14");
        var graph = common().activation(Activation.IDENTITY).graphBuilder().addInputs("image");
        var last = normalized(graph, "conv1", "image", convolution(16, 3, isLarge ? 1 : 2), true);
        if (isLarge) {
            graph.addLayer("pool1", maximum(), last);
            last = "pool1";
        }
        var channels = 16;
        for (var stage = 1; stage <= 3; stage++) {
            for (var block = 1; block <= (isLarge ? 2 : 1); block++) {
                var name = "stage" + stage + "-block" + block;
                var filters = 8 << stage;
                var stride = stage > 1 && block == 1 ? 2 : 1;
                var first = normalized(graph, name + "-conv1", last, convolution(filters, 3, stride), true);
                var second = normalized(graph, name + "-conv2", first, convolution(filters, 3, 1), false);
                if (filters != channels) {
                    last = normalized(graph, name + "-projection", last, convolution(filters, 1, stride), false);
                }
                graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), second, last);
                graph.addLayer(name + "-activation", new ActivationLayer(Activation.RELU), name);
                last = name + "-activation";
                channels = filters;
            }
        }
        return graph.addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), last)
                .addLayer("classes", output(classes), "pool")
                .setOutputs("classes")
                .setInputTypes(convolutional(image))
                .build();
    }

    private static String normalized(
            GraphBuilder graph, String name, String input, ConvolutionLayer convolution, boolean isActivated) {
        graph.addLayer(name, convolution, input);
        graph.addLayer(name + "-norm", normalization(), name);
        if (!isActivated) {
            return name + "-norm";
        }
        graph.addLayer(name + "-norm-activation", new ActivationLayer(Activation.RELU), name + "-norm");
        return name + "-norm-activation";
    }

    /** A network of Deeplearning4j's own initialisation. */
    public static Model initialized(String architecture) {
        return initialized(architecture, MNIST, 10);
    }

    public static Model initialized(String architecture, Shape image, int classes) {
        var network = architecture.startsWith("resnet")
                ? new ComputationGraph(resNet(architecture, image, classes))
                : new MultiLayerNetwork(configuration(architecture, image, classes));
        network.init();
        return network;
    }

    public static String json(Model network) {
        return network instanceof ComputationGraph graph
                ? graph.getConfiguration().toJson()
                : ((MultiLayerNetwork) network).getLayerWiseConfigurations().toJson();
    }

    public static MultiLayerNetwork network(ModelArchive archive) {
        var network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(archive.configuration()));
        network.init(Nd4j.createFromArray(archive.state().parameters()), true);
        return network;
    }

    /** An archive as a training writes it, with parameters of Deeplearning4j's own initialisation. */
    public static ModelArchive archive(String architecture) {
        var network = initialized(architecture);
        var layers = Architecture.named(architecture).network();
        var state = new ArrayLayout(layers).state(network.params().toFloatVector(), null);
        var statistics = state.statistics();
        for (var i = 0; i < statistics.length; i++) {
            statistics[i] += i % 7 / 16f;
        }
        var updaterState = new float[2 * state.parameters().length];
        for (var i = 0; i < updaterState.length; i++) {
            updaterState[i] = i % 1000 / 4096f;
        }
        return new ModelArchive(
                description(architecture),
                json(network),
                new NetworkState(state.parameters(), statistics, updaterState));
    }

    /** A description that does not change with the version of this project. */
    @SuppressWarnings("FloatingPointLiteralPrecision") // A number that is not exactly a double.
    public static ModelDescription description(String architecture) {
        var current = ModelDescription.of(
                Architecture.named(architecture),
                InputsOfTests.of(SeedRecipe.of(architecture)
                        .with("epochs", 2)
                        .with("validationFraction", 0.1)
                        .build()),
                List.of(
                        new EpochResult(1, 0.001, 0.25, 0.92, 0.125, 0.96, 3.5, 17142.8),
                        new EpochResult(2, 0.001, 0.0625, 0.98, 2e23, 0.97, 3.25, 18461.5)));
        return new ModelDescription(
                current.schemaVersion(),
                current.architecture(),
                current.parameters(),
                current.height(),
                current.width(),
                current.channels(),
                current.fingerprint(),
                current.inputs(),
                current.epochs(),
                new Software("1.2.3", "1.0.0-M2.1"));
    }
}
