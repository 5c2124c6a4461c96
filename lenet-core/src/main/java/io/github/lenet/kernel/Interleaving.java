package io.github.lenet.kernel;

/** The images, from one behind the other to side by side, for the layers that take planes. */
record Interleaving(FeatureMaps planes) implements Pass {

    @Override
    public void forward(Weights weights, int images) {
        planes.interleave(images);
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {}
}
