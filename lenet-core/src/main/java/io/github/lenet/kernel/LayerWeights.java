package io.github.lenet.kernel;

/** The weights of a layer, laid out for the loops. */
interface LayerWeights {

    /**
     * Takes over weights.
     *
     * @param parameters all parameters, flat
     * @param part which part of the work to do, 0 to {@code parts - 1}; the parts may be done at the same time
     */
    void load(float[] parameters, int part, int parts);
}
