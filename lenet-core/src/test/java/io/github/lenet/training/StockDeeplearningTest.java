package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The archive is for Deeplearning4j's own users as well: it opens there, answers the same, and can be trained further.
 */
class StockDeeplearningTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lenet5", "lenet5-1998"})
  void givesTheSameProbabilities(String name) throws Exception {
    var file = archive(name, train(name, 3, SyntheticDigits.train(100, 1)));
    var digits = SyntheticDigits.test(50, 2);

    var stock = ModelSerializer.restoreMultiLayerNetwork(file.toFile());

    var probabilities = Classifier.load(file).probabilities(digits.pixels(), 0, digits.size());
    assertClose(probabilities, stock.output(images(digits)).data().asFloat(), 1e-5f);
  }

  /** One batch an epoch: three epochs of ours must be two of ours and one of theirs, but for the order of the sums. */
  @ParameterizedTest
  @ValueSource(strings = {"lenet5", "lenet5-1998"})
  void goesOnFromTheStateOfAdam(String name) throws Exception {
    var digits = SyntheticDigits.train(32, 1);
    var expected = train(name, 3, digits);

    var stock = ModelSerializer.restoreMultiLayerNetwork(archive(name, train(name, 2, digits)).toFile());
    assertThat(stock.getEpochCount()).isEqualTo(2);
    stock.fit(images(digits), labels(digits));

    assertThat(stock.getIterationCount()).isEqualTo(3);
    assertClose(stock.params().toFloatVector(), expected.parameters(), 1e-4f);
    assertClose(stock.getUpdater().getStateViewArray().toFloatVector(), expected.updaterState(), 1e-5f);
  }

  private static TrainedModel train(String name, int epochs, Dataset digits) {
    var hyperparameters = SeedRecipe.of(name).epochs(epochs).build();
    return new Trainer(hyperparameters, 1, new TrainingListener() {}).train(digits, null);
  }

  private Path archive(String name, TrainedModel model) throws IOException {
    var file = folder.resolve("model.zip");
    model.archive(InputsOfTests.of(SeedRecipe.of(name).build())).write(file);
    return file;
  }

  private static INDArray images(Dataset dataset) {
    return Nd4j.create(TestBatches.of(dataset, 0, dataset.size()).images(), new long[] {dataset.size(), 1, 28, 28}, 'c');
  }

  private static INDArray labels(Dataset dataset) {
    var labels = Nd4j.create(dataset.size(), 10);
    IntStream.range(0, dataset.size()).forEach(image -> labels.putScalar(image, dataset.label(image), 1));
    return labels;
  }

  private static void assertClose(float[] actual, float[] expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    var worst = IntStream.range(0, actual.length).mapToDouble(i -> Math.abs(actual[i] - expected[i])).max();
    assertThat(worst.getAsDouble()).isLessThan(tolerance);
  }
}
