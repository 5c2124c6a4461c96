package io.github.lenet.benchmark.contender;

import io.github.lenet.benchmark.Recipe;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.recipe.Software;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j as it is published, with its own layers and its own updater. */
public final class StockDeeplearning4j {

    private StockDeeplearning4j() {}

    /**
     * Trains in turns. The mini-batches are made before the clock starts. The number of threads is that of OpenMP, from
     * the environment.
     *
     * @param arguments folder of MNIST, architecture
     * @throws IOException if the images cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var images = TrainingImages.read(arguments[0]);
        var network = network(arguments[1], images);
        TurnServer.serve(
                Software.current().deeplearning4j(), (batchSize, count) -> turn(network, images, batchSize, count));
    }

    private static NeuralNetwork network(String architecture, TrainingImages images) throws IOException {
        return switch (architecture) {
            case "lenet5" -> lenet5(images);
            case "vgg6" -> StockNetworks.vgg6();
            case "resnet8" -> StockNetworks.resnet8();
            case "resnet14" -> StockNetworks.resnet14();
            default -> throw new IllegalArgumentException("Deeplearning4j has no " + architecture + " here");
        };
    }

    /** From a model of ours, so that it is the same network. */
    private static NeuralNetwork lenet5(TrainingImages images) throws IOException {
        var dataset = images.first(32);
        var recipe = Recipe.seed("lenet5", 1, 32);
        var trained = new Trainer(1).train(new Training(recipe, dataset, null));
        var data = new TrainingData(dataset.name(), dataset.classNames(), Map.of());
        var archive = TrainedArchive.of(trained, TrainingInputs.of(TrainingInputs.KERNELS, data, recipe));
        var network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(archive.configuration()));
        network.init();
        return network;
    }

    private static double turn(NeuralNetwork network, TrainingImages images, int batchSize, int count) {
        var batches = new ArrayList<DataSet>();
        for (var from = 0; from < count; from += batchSize) {
            var size = Math.min(batchSize, count - from);
            batches.add(new DataSet(
                    Nd4j.create(images.pixels(from, size), new long[] {size, 1, 28, 28}, 'c'),
                    Nd4j.create(images.oneHot(from, size), new long[] {size, 10}, 'c')));
        }
        var begin = System.nanoTime();
        batches.forEach(network::fit);
        return TurnServer.secondsSince(begin);
    }
}
