package io.github.lenet.network;

/**
 * Residual networks (He et al. 2016): basic blocks of 16, 32 and 64 filters behind a first convolution, with fewer rows
 * and columns from stage to stage.
 *
 * @param blocks basic blocks of a stage
 * @param firstStride stride of the first convolution; behind one of 1, rows and columns are halved by pooling
 */
record ResNet(String name, int blocks, int firstStride) implements Blueprint {

    /** One value is left of each plane of the last stage. */
    @Override
    public int smallestImage() {
        return 8;
    }

    @Override
    public Network network(Shape image, int classes) {
        var builder = new NetworkBuilder(image).convolution("conv1", 16, firstStride);
        if (firstStride == 1) {
            builder.maximum("pool1");
        }
        for (var stage = 1; stage <= 3; stage++) {
            for (var block = 1; block <= blocks; block++) {
                builder.basicBlock("stage" + stage + "-block" + block, 8 << stage, stage > 1 && block == 1 ? 2 : 1);
            }
        }
        return builder.classify(classes);
    }
}
