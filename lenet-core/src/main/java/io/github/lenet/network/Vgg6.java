package io.github.lenet.network;

/**
 * A small network of the kind of VGG (Simonyan and Zisserman 2015), with batch normalisation: three pairs of
 * convolutions with kernels of 3 x 3, global pooling instead of the large dense layers.
 */
record Vgg6() implements Blueprint {

    @Override
    public String name() {
        return "vgg6";
    }

    /** One value is left of each plane after both poolings. */
    @Override
    public int smallestImage() {
        return 4;
    }

    @Override
    public Network network(Shape image, int classes) {
        return new NetworkBuilder(image)
                .convolution("conv1", 16, 1)
                .convolution("conv2", 16, 1)
                .maximum("pool1")
                .convolution("conv3", 32, 1)
                .convolution("conv4", 32, 1)
                .maximum("pool2")
                .convolution("conv5", 64, 1)
                .convolution("conv6", 64, 1)
                .classify(classes);
    }
}
