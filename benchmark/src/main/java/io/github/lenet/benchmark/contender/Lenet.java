package io.github.lenet.benchmark.contender;

import io.github.lenet.benchmark.Recipe;
import io.github.lenet.recipe.Software;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;

/** This project's {@link Trainer}, as the worker of {@code lenet:train} uses it. */
public final class Lenet {

    private Lenet() {}

    /**
     * Trains in turns. The time of a turn is that of its epoch: shuffling, reading and scaling pixels, arithmetic.
     *
     * @param arguments folder of MNIST, architecture, number of threads
     * @throws IOException if the images cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var images = TrainingImages.read(arguments[0]);
        var threads = Integer.parseInt(arguments[2]);
        TurnServer.serve(Software.current().lenet(), (batchSize, count) -> {
            var training = new Training(Recipe.seed(arguments[1], 1, batchSize), images.first(count), null);
            return new Trainer(threads).train(training).epochs().get(0).seconds();
        });
    }
}
