package io.github.lenet.maven.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.store.PictureOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    @ParameterizedTest
    @CsvSource({"28, 28, 28", "32x48, 32, 48", "' 1 x 256 ', 1, 256"})
    void readsASize(String size, int height, int width) {
        assertThat(Pictures.options(size, "grey", "resize", 0.5))
                .isEqualTo(new PictureOptions(ImageColour.GREY, height, width, ImagePreparation.RESIZE, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "257", "28x0", "x28", "28x28x1", "-1", "large", "99999", ""})
    void refusesWhatIsNoSize(String size) {
        assertThatThrownBy(() -> Pictures.options(size, "grey", "centre", 0.2))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(
                        "must be pixels a side, such as 28, or height x width, such as 32x48, of 1 to 256");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void refusesWhatIsNoShare(double fraction) {
        assertThatThrownBy(() -> Pictures.options("28", "grey", "centre", fraction))
                .hasMessageContaining("testFraction is " + fraction)
                .hasMessageContaining("must be greater than 0 and less than 1");
    }

    @Test
    void preparesAsIsUsualForTheColour() {
        assertThat(Pictures.options("28", "grey", null, 0.2)).isEqualTo(PictureOptions.DEFAULT);
        assertThat(Pictures.options("32", "rgb", null, 0.2))
                .isEqualTo(new PictureOptions(ImageColour.RGB, 32, 32, ImagePreparation.RESIZE, 0.2));
    }

    @Test
    void refusesWhatLosesTheColours() {
        assertThatThrownBy(() -> Pictures.options("28", "rgb", "centre", 0.2))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "imagePreparation is centre, but makes grey digits of pictures that are to keep their colours;"
                                + " leave it out, or take resize");
        assertThatThrownBy(() -> Pictures.options("28", "color", null, 0.2))
                .hasMessageContaining("imageColour is color, but is unknown")
                .hasMessageContaining("known are grey, rgb");
    }

    @Test
    void listsThePreparations() {
        assertThatThrownBy(() -> Pictures.preparation("center"))
                .hasMessage(
                        "imagePreparation is center, but is unknown, perhaps you mean centre; known are centre, resize");
    }
}
