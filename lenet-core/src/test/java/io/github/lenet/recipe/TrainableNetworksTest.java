package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import org.junit.jupiter.api.Test;

class TrainableNetworksTest {

    @Test
    void adaptsTheArchitectureToTheImages() {
        assertThat(TrainableNetworks.fitting("resnet8", "signs", new Shape(3, 8, 11), 43))
                .hasToString("resnet8 adapted to 3 x 8 x 11 images in 43 classes");
    }

    @Test
    void namesTheSmallestSizeAndWhatToDo() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> TrainableNetworks.fitting("resnet8", "signs", new Shape(1, 7, 14), 10))
                .withMessage("dataset is signs, but cannot be trained on with <architecture>resnet8</architecture>:"
                        + " images of 7 x 14 pixels do not fit resnet8, which takes 8 x 8 to 256 x 256; choose another"
                        + " <architecture>, or for pictures another <imageSize>, for example -Dlenet.imageSize=28");
    }

    @Test
    void aCardTrainsLeNetOnGreyImagesAlone() {
        assertThat(TrainableNetworks.objectionOfCard(Architecture.LENET5_1998)).isEmpty();
        assertThat(TrainableNetworks.objectionOfCard(Architecture.LENET5.adaptedTo(new Shape(3, 28, 28), 10)))
                .hasValue("trains on grey images alone, and these are in colour");
        assertThat(TrainableNetworks.objectionOfCard(Architecture.RESNET8.adaptedTo(new Shape(3, 28, 28), 10)))
                .hasValue("trains no batch normalisation, which <architecture>resnet8</architecture> has");
    }

    @Test
    void givesNoAdviceOnASizeThatFits() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> TrainableNetworks.fitting("lenet5", "signs", new Shape(1, 28, 28), 1))
                .withMessage("dataset is signs, but cannot be trained on with <architecture>lenet5</architecture>:"
                        + " 1 classes do not fit lenet5, which tells 2 to 256 apart");
    }
}
