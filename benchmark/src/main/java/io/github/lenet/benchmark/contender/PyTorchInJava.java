package io.github.lenet.benchmark.contender;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
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
     * @param arguments folder of MNIST
     * @throws IOException if the images cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var images = TrainingImages.read(arguments[0]);
        var configuration = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(0.001f))
                        .build());
        try (var model = Model.newInstance("lenet5", Device.cpu(), "PyTorch")) {
            model.setBlock(lenet5());
            try (var trainer = model.newTrainer(configuration)) {
                trainer.initialize(new Shape(1, 1, 28, 28));
                TurnServer.serve(
                        model.getNDManager().getEngine().getVersion(),
                        (batchSize, count) -> turn(trainer, images, batchSize, count));
            }
        }
    }

    private static Block lenet5() {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(5, 5))
                        .setFilters(6)
                        .build())
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(5, 5))
                        .setFilters(16)
                        .build())
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    private static double turn(Trainer trainer, TrainingImages images, int batchSize, int count) {
        try (var manager = trainer.getManager().newSubManager()) {
            var batches = batches(manager, images, batchSize, count);
            var begin = System.nanoTime();
            batches.forEach(batch -> step(trainer, manager, batch));
            return TurnServer.secondsSince(begin);
        }
    }

    /** Mini-batches of images and labels. */
    private static List<NDList> batches(NDManager manager, TrainingImages images, int batchSize, int count) {
        var batches = new ArrayList<NDList>();
        for (var from = 0; from < count; from += batchSize) {
            var first = from;
            var size = Math.min(batchSize, count - from);
            var labels = IntStream.range(0, size)
                    .mapToLong(i -> images.label(first + i))
                    .toArray();
            batches.add(new NDList(
                    manager.create(images.pixels(from, size), new Shape(size, 1, 28, 28)), manager.create(labels)));
        }
        return batches;
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
