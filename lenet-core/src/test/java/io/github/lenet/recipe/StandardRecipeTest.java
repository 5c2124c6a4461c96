package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardRecipeTest {

    /** Who adds one decides what goes with it. */
    @Test
    void everyArchitectureIsInTheTable() {
        assertThat(StandardRecipe.TABLE).containsKeys(Architecture.names().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998", "one of a test"})
    void thatOfLeNetIsNeutral(String architecture) {
        assertThat(StandardRecipe.of(architecture))
                .isEqualTo(new StandardRecipe(10, 32, 0.002, 0, 0, Augmentation.SHIFT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg6", "resnet8", "resnet14"})
    void thatOfDeeperNetworksDecaysAndWarmsUp(String architecture) {
        assertThat(StandardRecipe.of(architecture))
                .isEqualTo(new StandardRecipe(10, 64, 0.003, 200, 0.05, Augmentation.SHIFT));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSTANT", "STEP"})
    void theOtherSchedulesHaveTheStepSizeOfThePythonProject(Schedule schedule) {
        var recipe = StandardRecipe.of("resnet8");

        assertThat(recipe.learningRate(schedule)).isEqualTo(0.001);
        assertThat(recipe.augmentation(schedule)).isEqualTo(Augmentation.NONE);
        assertThat(recipe.learningRate(Schedule.COSINE)).isEqualTo(0.003);
        assertThat(recipe.augmentation(Schedule.COSINE)).isEqualTo(Augmentation.SHIFT);
    }
}
