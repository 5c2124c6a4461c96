package io.github.lenet.benchmark.contender;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** PyTorch through the Deep Java Library (DJL), on the processor. */
public final class PyTorchInJava {

    private PyTorchInJava() {}

    /**
     * Trains in turns. The mini-batches are made before the clock starts. The number of threads is that of PyTorch,
     * from DJL's system property.
     *
     * @param arguments folder of MNIST, architecture, its number of parameters, whether the channels come last in
     *     memory
     * @throws IOException if the images cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var images = TrainingImages.read(arguments[0]);
        var channelsLast = Boolean.parseBoolean(arguments[3]);
        var configuration = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(0.001f))
                        .build());
        try (var model = Model.newInstance(arguments[1], Device.cpu(), "PyTorch")) {
            model.setBlock(PyTorchNetworks.named(arguments[1]));
            try (var trainer = model.newTrainer(configuration)) {
                trainer.initialize(new Shape(1, 1, 28, 28));
                TurnServer.requireParameters(arguments[2], trainable(model));
                TurnServer.serve(
                        model.getNDManager().getEngine().getVersion(),
                        (batchSize, count) -> turn(trainer, images, channelsLast, batchSize, count));
            }
        }
    }

    private static long trainable(Model model) {
        return model.getBlock().getParameters().stream()
                .map(Pair::getValue)
                .filter(Parameter::requiresGradient)
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }

    private static double turn(Trainer trainer, TrainingImages images, boolean channelsLast, int batchSize, int count) {
        try (var manager = trainer.getManager().newSubManager()) {
            var batches = batches(manager, images, channelsLast, batchSize, count);
            var begin = System.nanoTime();
            batches.forEach(batch -> step(trainer, manager, batch));
            return TurnServer.secondsSince(begin);
        }
    }

    /** Mini-batches of images and labels. */
    private static List<NDList> batches(
            NDManager manager, TrainingImages images, boolean channelsLast, int batchSize, int count) {
        var batches = new ArrayList<NDList>();
        for (var from = 0; from < count; from += batchSize) {
            var first = from;
            var size = Math.min(batchSize, count - from);
            var labels = IntStream.range(0, size)
                    .mapToLong(i -> images.label(first + i))
                    .toArray();
            var pixels = images.pixels(from, size);
            batches.add(new NDList(
                    channelsLast ? channelsLast(manager, pixels, size) : channelsFirst(manager, pixels, size),
                    manager.create(labels)));
        }
        return batches;
    }

    private static NDArray channelsFirst(NDManager manager, float[] pixels, int size) {
        return manager.create(pixels, new Shape(size, 1, 28, 28));
    }

    /** The same shape over the other order in memory. PyTorch tells it by the strides, and every layer passes it on. */
    private static NDArray channelsLast(NDManager manager, float[] pixels, int size) {
        return manager.create(pixels, new Shape(size, 28, 28, 1)).transpose(0, 3, 1, 2);
    }

    private static void step(Trainer trainer, NDManager manager, NDList batch) {
        try (var memory = manager.newSubManager();
                var collector = trainer.newGradientCollector()) {
            var images = new NDList(batch.get(0));
            images.tempAttach(memory);
            var outputs = trainer.forward(images);
            var loss = trainer.getLoss().evaluate(new NDList(batch.get(1)), outputs);
            collector.backward(loss);
        }
        trainer.step();
    }
}
