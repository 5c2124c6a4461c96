package io.github.lenet.benchmark.contender;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.function.UnaryOperator;

/** The architectures in the words of DJL, for grey images in ten classes. */
final class PyTorchNetworks {

    private static final int CLASSES = 10;

    private PyTorchNetworks() {}

    /**
     * Lays out a network.
     *
     * @param architecture its name, as a POM has it
     * @return the network up to the logits, without parameters yet
     * @throws IllegalArgumentException if PyTorch has no network of this name here
     */
    static Block named(String architecture) {
        return switch (architecture) {
            case "lenet5" -> lenet5();
            case "vgg6" -> vgg6();
            case "resnet8" -> resnet(2, 1, UnaryOperator.identity());
            case "resnet14" -> resnet(1, 2, stem -> stem.add(halving()));
            default -> throw new IllegalArgumentException("PyTorch has no " + architecture + " here");
        };
    }

    private static Block lenet5() {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(5, 5))
                        .setFilters(6)
                        .build())
                .add(Activation::relu)
                .add(halving())
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(5, 5))
                        .setFilters(16)
                        .build())
                .add(Activation::relu)
                .add(halving())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(CLASSES).build());
    }

    private static Block vgg6() {
        var layers = new SequentialBlock();
        for (int filters : List.of(16, 16)) {
            convolution(layers, 3, filters, 1).add(Activation::relu);
        }
        for (int filters : List.of(32, 64)) {
            layers.add(halving());
            convolution(layers, 3, filters, 1).add(Activation::relu);
            convolution(layers, 3, filters, 1).add(Activation::relu);
        }
        return classes(layers);
    }

    /** Basic blocks at 16, 32 and 64 filters; each group but the first begins with a stride of two. */
    private static Block resnet(int firstStride, int blocks, UnaryOperator<SequentialBlock> afterStem) {
        var stem = convolution(new SequentialBlock(), 3, 16, firstStride).add(Activation::relu);
        var layers = afterStem.apply(stem);
        for (int filters : List.of(16, 32, 64)) {
            for (var block = 0; block < blocks; block++) {
                layers.add(basicBlock(filters, filters > 16 && block == 0)).add(Activation::relu);
            }
        }
        return classes(layers);
    }

    private static Block basicBlock(int filters, boolean changesShape) {
        var stride = changesShape ? 2 : 1;
        var branch = convolution(new SequentialBlock(), 3, filters, stride).add(Activation::relu);
        return new ParallelBlock(
                branches -> new NDList(
                        branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow())),
                List.of(
                        convolution(branch, 3, filters, 1),
                        changesShape
                                ? convolution(new SequentialBlock(), 1, filters, stride)
                                : Blocks.identityBlock()));
    }

    /** A convolution without biases, and batch norm. */
    private static SequentialBlock convolution(SequentialBlock layers, int kernelSize, int filters, int stride) {
        return layers.add(Conv2d.builder()
                        .setKernelShape(new Shape(kernelSize, kernelSize))
                        .setFilters(filters)
                        .optStride(new Shape(stride, stride))
                        .optPadding(new Shape(kernelSize / 2, kernelSize / 2))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build());
    }

    private static Block halving() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }

    private static Block classes(SequentialBlock layers) {
        return layers.add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(CLASSES).build());
    }
}
