package io.github.lenet.training;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.Adam;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.kernel.Inference;
import io.github.lenet.kernel.Intensity;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Shape;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Trains on drawn digits, for {@link TrainingElsewhereTest}, in a process of its own. */
final class TrainingApplication {

    private TrainingApplication() {}

    /** Prints the digest of what a training gives; the arguments are the numbers of threads to train with. */
    public static void main(String[] threads) throws Exception {
        for (var number : threads) {
            System.out.println(digest(Integer.parseInt(number)));
        }
    }

    /** The digest of all numbers that a training gives. */
    static String digest(int threads) throws Exception {
        var recipe = SeedRecipe.of("lenet5")
                .with("epochs", 2)
                .with("schedule", "cosine")
                .with("augmentation", "elastic")
                .with("weightDecay", 0.05)
                .with("validationFraction", 0.1)
                .build();
        var trained = new Trainer(threads).train(Training.of(recipe, SyntheticDigits.train(110, 1)));
        var digest = MessageDigest.getInstance("SHA-256");
        for (var numbers : Arrays.asList(
                trained.state().network().parameters(),
                trained.state().network().updaterState())) {
            var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
            bytes.asFloatBuffer().put(numbers);
            digest.update(bytes);
        }
        for (var epoch : trained.epochs()) {
            var bytes = ByteBuffer.allocate(2 * Double.BYTES);
            digest.update(bytes.putDouble(epoch.trainingLoss())
                    .putDouble(epoch.validationLoss())
                    .flip());
        }
        for (var numbers : deepNetwork(threads)) {
            var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
            bytes.asFloatBuffer().put(numbers);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A residual network after two steps: its parameters and statistics, and what it answers. */
    private static List<float[]> deepNetwork(int threads) {
        var network = Architecture.RESNET8.adaptedTo(new Shape(1, 8, 9), 3).network();
        var random = new SplittableRandom(7);
        var parameters = new float[network.parameterCount()];
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextDouble(-0.2, 0.2);
        }
        var statistics = new float[network.statisticsCount()];
        Arrays.fill(statistics, 1);
        var pixels = new byte[35 * network.inputSize()];
        random.nextBytes(pixels);
        var images = new float[pixels.length];
        Intensity.copy(pixels, 0, pixels.length, images, 0);
        var labels = new byte[35];
        labels[3] = 2;
        var adam = new Adam(parameters.length);
        try (var workers = new Workers(threads)) {
            var computation = new GradientComputation(network, workers);
            for (var step = 0; step < 2; step++) {
                adam.next(0.01);
                computation.step(parameters, statistics, images, labels, labels.length, adam);
                computation.averageStatistics(statistics, BatchNormalization.decay(adam.steps()));
            }
        }
        var probabilities = new float[35 * 3];
        var inference = new Inference(FoldedNetwork.of(network, parameters, statistics));
        inference.probabilities(pixels, 0, 34, probabilities);
        var alone = new float[3];
        inference.probabilities(pixels, network.inputSize(), alone);
        if (!Arrays.equals(alone, 0, 3, probabilities, 3, 6)) {
            throw new AssertionError("an image alone has other bits");
        }
        return List.of(parameters, statistics, probabilities);
    }
}
