package io.github.lenet.recipe;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Optional;

/** Which networks can be trained on which images; known before there are any images. */
public final class TrainableNetworks {

    private TrainableNetworks() {}

    /**
     * The network for the images of a data set.
     *
     * @param architecture name of the architecture
     * @param dataset name of the data set, for the message
     * @param image shape of an image
     * @param classes number of classes to tell apart
     * @return the architecture, adapted to them
     * @throws InvalidParameterException if there is no such architecture, or it cannot be adapted to them; the message
     *     says what it can be adapted to
     */
    public static Architecture fitting(String architecture, String dataset, Shape image, int classes) {
        var known = Architecture.named(architecture);
        try {
            return known.adaptedTo(image, classes);
        } catch (IllegalArgumentException e) {
            var remedy = known.takesSizeOf(image)
                    ? ""
                    : "; choose another <architecture>, or for pictures another <imageSize>, for example"
                            + " -Dlenet.imageSize=28";
            throw new InvalidParameterException(
                    "dataset",
                    dataset,
                    format(
                            "cannot be trained on with <architecture>%s</architecture>: %s%s",
                            architecture, e.getMessage(), remedy));
        }
    }

    /**
     * Tells whether a network can be trained with Deeplearning4j's own layers, on a graphics card. Their batch
     * normalisation takes the statistics over other images than the kernels' does; colour was never compared.
     *
     * @param network the architecture, adapted to the images
     * @return what speaks against it, continuing a sentence about the card: {@code trains on grey images alone, ...};
     *     empty if it can
     */
    public static Optional<String> objectionOfCard(Architecture network) {
        if (network.network().statisticsCount() > 0) {
            return Optional.of(
                    "trains no batch normalisation, which <architecture>" + network.name() + "</architecture> has");
        }
        return network.image().channels() > 1
                ? Optional.of("trains on grey images alone, and these are in colour")
                : Optional.empty();
    }
}
