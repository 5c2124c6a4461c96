package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.parameter.InvalidParameterException;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    @Test
    void hasTheNamesOfThePom() {
        assertThat(Augmentation.names())
                .containsExactly("none", "shift", "affine", "elastic", "flip", "shift-flip", "crop-flip");
        assertThat(Augmentation.names())
                .allSatisfy(name -> assertThat(Augmentation.named(name)).hasToString(name));
    }

    @Test
    void refusesAnUnknownName() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Augmentation.named("mirror"))
                .withMessageContaining("augmentation is mirror")
                .withMessageContaining(
                        "is unknown; known are none, shift, affine, elastic, flip, shift-flip, crop-flip");
    }
}
