package io.github.lenet.training;

import io.github.lenet.model.Architecture;
import io.github.lenet.model.Software;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Deeplearning4j's own layers and updater, on the backend that is on the class path. */
final class DeeplearningArithmetic implements Arithmetic {

  private final MultiLayerNetwork network;
  private final CorrectCount correctCount = new CorrectCount();
  private final INDArray images;
  private final INDArray labels;

  /**
   * Builds a network, and room for its batches: creating arrays anew costs as much as a tenth of a step.
   *
   * @param architecture the layers
   * @param configuration the same layers for Deeplearning4j
   * @param parameters initial parameters
   * @param capacity the most images of a batch
   */
  DeeplearningArithmetic(
      Architecture architecture, MultiLayerConfiguration configuration, float[] parameters, int capacity) {
    // Otherwise, when memory runs out, it writes a report of its own into the working directory.
    CrashReportingUtil.crashDumpsEnabled(false);
    network = new MultiLayerNetwork(configuration);
    network.init(Nd4j.createFromArray(parameters), false);
    network.addListeners(correctCount);
    images = Nd4j.create(capacity, 1, architecture.height(), architecture.width());
    labels = Nd4j.create(capacity, architecture.classes());
  }

  @Override
  public String name() {
    return "Deeplearning4j %s on %s".formatted(
        Software.current().deeplearning4j(), Nd4j.getEnvironment().isCPU() ? "CPU" : "GPU");
  }

  @Override
  public Score step(Batch batch) {
    images.data().asNioFloat().put(batch.images(), 0, batch.size() * (int) images.stride(0));
    labels.assign(0);
    for (var i = 0; i < batch.size(); i++) {
      labels.putScalar(i, Byte.toUnsignedInt(batch.labels()[i]), 1);
    }
    correctCount.expected = batch;
    network.fit(first(images, batch.size()), first(labels, batch.size()));
    return new Score(batch.size(), network.score() * batch.size(), correctCount.correct);
  }

  /** The leading part of an array; the array itself when that is all of it, which spares a view. */
  private static INDArray first(INDArray array, int count) {
    return count == array.size(0) ? array : array.get(NDArrayIndex.interval(0, count));
  }

  @Override
  public float[] parameters() {
    return network.params().toFloatVector();
  }

  @Override
  public float[] updaterState() {
    return network.getUpdater().getStateViewArray().toFloatVector();
  }

  @Override
  public void close() {
    network.close();
    images.close();
    labels.close();
  }

  /** Counts the images classified right within the forward pass that the step makes anyway. */
  private static final class CorrectCount extends BaseTrainingListener {

    private Batch expected;
    private int correct;

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
      // The pass ends before the output layer, whose loss function does its part of the work; softmax keeps the order.
      var output = ((MultiLayerNetwork) model).getOutputLayer();
      var lastHidden = activations.get(activations.size() - 1);
      var predicted = lastHidden.mmul(output.getParam("W")).addiRowVector(output.getParam("b")).argMax(1).toIntVector();
      correct = 0;
      for (var i = 0; i < predicted.length; i++) {
        if (predicted[i] == Byte.toUnsignedInt(expected.labels()[i])) {
          correct++;
        }
      }
    }
  }
}
