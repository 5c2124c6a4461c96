package io.github.lenet.training;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

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
        return HexFormat.of().formatHex(digest.digest());
    }
}
