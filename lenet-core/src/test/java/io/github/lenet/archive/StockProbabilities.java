package io.github.lenet.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A program that knows nothing of this project: {@code StockProbabilities channels rows columns model...} reads
 * {@code images} and the models in the working directory, and writes the probabilities that each model gives to
 * {@code model.txt}.
 */
public final class StockProbabilities {

    private StockProbabilities() {}

    public static void main(String[] arguments) throws Exception {
        requireAbsent("io.github.lenet.archive.ModelArchive");
        var pixels = Files.readAllBytes(Path.of("images"));
        var channels = Integer.parseInt(arguments[0]);
        var rows = Integer.parseInt(arguments[1]);
        var columns = Integer.parseInt(arguments[2]);
        var count = pixels.length / (channels * rows * columns);
        var images = Nd4j.create(DataType.FLOAT, count, channels, rows, columns);
        for (var i = 0; i < pixels.length; i++) {
            images.putScalar(i, (pixels[i] & 0xff) / 255f);
        }
        for (var model : List.of(arguments).subList(3, arguments.length)) {
            var lines = new ArrayList<String>();
            for (var probability :
                    output(new File(model), images).dup('c').data().asFloat()) {
                lines.add(Float.toString(probability));
            }
            Files.write(Path.of(model + ".txt"), lines);
        }
    }

    private static INDArray output(File model, INDArray images) throws IOException {
        return model.getName().startsWith("resnet")
                ? ModelSerializer.restoreComputationGraph(model, true).outputSingle(images)
                : ModelSerializer.restoreMultiLayerNetwork(model, true).output(images);
    }

    private static void requireAbsent(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            return;
        }
        throw new AssertionError(name + " is on the class path");
    }
}
