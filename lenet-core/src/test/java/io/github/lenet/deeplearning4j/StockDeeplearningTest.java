package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.archive.StockNetwork;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.TrainedState;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.RecordedCheckpoints;
import io.github.lenet.training.TestBatches;
import io.github.lenet.training.TrainedNetwork;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The archive is for Deeplearning4j's own users as well: it opens there, answers the same, and can be trained further.
 */
class StockDeeplearningTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.github.lenet.network.Architecture#names")
    void givesTheSameProbabilities(String name) throws Exception {
        var file = archive(name, train(name, 3, SyntheticDigits.train(100, 1)));
        var digits = SyntheticDigits.test(50, 2);

        var stock = StockNetwork.restore(file, Architecture.named(name));

        var probabilities = Classifier.load(file).probabilities(digits.pixels(), 0, digits.size());
        assertClose(probabilities, stock.output(images(digits)), 1e-5f);
    }

    /**
     * One batch an epoch: three epochs of ours must be two of ours and one of theirs, but for the order of the sums.
     */
    @ParameterizedTest
    @MethodSource("io.github.lenet.network.Architecture#names")
    void goesOnFromTheStateOfAdam(String name) throws Exception {
        var digits = SyntheticDigits.train(oneBatch(name), 1);
        var expected = train(name, 3, digits);

        var before = train(name, 2, digits);
        var stock = StockNetwork.restore(archive(name, before), Architecture.named(name));
        assertThat(stock.epochs()).isEqualTo(2);
        stock.fit(images(digits), labels(digits));

        assertThat(stock.steps()).isEqualTo(3);
        assertClose(expected.state().network(), stock.state(), before.state().network());
    }

    /** The other way round: two steps of theirs and one of ours must be three of theirs. */
    @ParameterizedTest
    @MethodSource("io.github.lenet.network.Architecture#names")
    void isGoneOnFromByOurs(String name) throws Exception {
        var architecture = Architecture.named(name);
        var digits = SyntheticDigits.train(oneBatch(name), 1);
        var stock = StockNetwork.restore(archive(name, train(name, 1, digits)), architecture);
        stock.fit(images(digits), labels(digits));
        var file = folder.resolve("stock.zip");
        stock.write(file);
        stock.fit(images(digits), labels(digits));

        var initial = InitialModel.read(file, InitialModel.sha256(file), architecture);
        var model = train(name, 1, digits, initial, Checkpoints.NONE);

        assertThat(initial.steps()).isEqualTo(2);
        assertClose(model.state().network(), stock.state(), initial.network());
        assertThat(StockNetwork.restore(archive(name, model), architecture).steps())
                .isEqualTo(3);
    }

    /** Batch normalisation there takes its statistics over all of a mini-batch, ours over sixteen images. */
    private static int oneBatch(String name) {
        return Architecture.named(name).network().statisticsCount() > 0 ? 16 : 32;
    }

    @Test
    void anInterruptionOfATrainingThatWentOnChangesNothing() throws Exception {
        var digits = SyntheticDigits.train(100, 1);
        var file = archive("lenet5", train("lenet5", 1, digits));
        var initial = InitialModel.read(file, InitialModel.sha256(file), Architecture.LENET5);
        var checkpoints = new RecordedCheckpoints();
        var expected = train("lenet5", 2, digits, initial, checkpoints);

        for (var checkpoint : checkpoints.all()) {
            var resumed = train("lenet5", 2, digits, initial, RecordedCheckpoints.after(checkpoint));
            assertThat(resumed.state()).isEqualTo(expected.state());
            assertThat(configuration(resumed)).isEqualTo(configuration(expected));
        }
        assertThat(initial.steps()).as("four batches").isEqualTo(4);
        assertThat(configuration(expected)).contains("\"iterationCount\" : 12", "\"epochCount\" : 3");
    }

    private static String configuration(TrainedNetwork trained) {
        return NetworkConfiguration.of(trained, SeedRecipe.of("lenet5").build());
    }

    private static TrainedNetwork train(String name, int epochs, Dataset digits) {
        var hyperparameters = SeedRecipe.of(name).with("epochs", epochs).build();
        return new Trainer(1).train(new Training(hyperparameters, digits, null));
    }

    private static TrainedNetwork train(
            String name, int epochs, Dataset digits, TrainedState initial, Checkpoints checkpoints) {
        var hyperparameters = SeedRecipe.of(name).with("epochs", epochs).build();
        return new Trainer(1)
                .train(new Training(hyperparameters, digits, null, initial), new TrainingListener() {}, checkpoints);
    }

    private Path archive(String name, TrainedNetwork model) throws IOException {
        var file = folder.resolve("model.zip");
        TrainedArchive.of(model, InputsOfTests.of(SeedRecipe.of(name).build())).write(file);
        return file;
    }

    private static INDArray images(Dataset dataset) {
        return Nd4j.create(
                TestBatches.of(dataset, 0, dataset.size()).images(), new long[] {dataset.size(), 1, 28, 28}, 'c');
    }

    private static INDArray labels(Dataset dataset) {
        var labels = Nd4j.create(dataset.size(), 10);
        IntStream.range(0, dataset.size()).forEach(image -> labels.putScalar(image, dataset.label(image), 1));
        return labels;
    }

    private static void assertClose(NetworkState actual, NetworkState expected, NetworkState afterTwoSteps) {
        // Of equal values that are pooled, and of values next to the kink of a ReLU, each may take another one.
        var tolerance = actual.statistics().length > 0 ? 5e-4f : 1e-5f;
        assertClose(actual.parameters(), expected.parameters(), Math.max(tolerance, 1e-4f));
        assertClose(asThere(actual.statistics(), afterTwoSteps.statistics()), expected.statistics(), 1e-5f);
        assertClose(actual.updaterState(), expected.updaterState(), tolerance);
    }

    /** The third step of ours counts for a third in the running averages, any step of theirs for a hundredth. */
    private static float[] asThere(float[] statistics, float[] afterTwoSteps) {
        var there = new float[statistics.length];
        for (var i = 0; i < there.length; i++) {
            there[i] = afterTwoSteps[i] + 0.03f * (statistics[i] - afterTwoSteps[i]);
        }
        return there;
    }

    private static void assertClose(float[] actual, float[] expected, float tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        var worst = IntStream.range(0, actual.length)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]))
                .max()
                .orElse(0);
        assertThat(worst).isLessThan(tolerance);
    }
}
