package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.Software;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ArchiveComparisonTest {

    private static final ModelArchive ORIGINAL = StockNetworks.archive("lenet5");

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(ArchiveComparison.differences(ORIGINAL, repetition(value -> value, -1)))
                .isEmpty();
    }

    @Test
    void namesTheLayerOfTheFirstParameterThatDiffers() {
        // C1 has 156 parameters and S2 none, so that number 160 is the fifth of C3.
        assertThat(ArchiveComparison.differences(ORIGINAL, repetition(value -> value + 1, 160)))
                .containsExactly(
                        "parameter 160, which is number 4 of the biases of layer2, is %s in the model, and %s in the repetition"
                                .formatted(
                                        ORIGINAL.state().parameters()[160],
                                        ORIGINAL.state().parameters()[160] + 1));
    }

    @Test
    void findsTheLastParameterAndTheSmallestDifference() {
        var last = ORIGINAL.state().parameters().length - 1;

        assertThat(ArchiveComparison.differences(ORIGINAL, repetition(Math::nextUp, last)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("parameter 44425, which is number 9 of the biases of layer6, is ");
    }

    @Test
    void findsADifferenceInTheStateOfTheOptimiser() {
        var state = ORIGINAL.state().updaterState().clone();
        state[7] += 1;
        var repetition = new ModelArchive(
                ORIGINAL.description(),
                ORIGINAL.configuration(),
                new NetworkState(ORIGINAL.state().parameters(), state));

        assertThat(ArchiveComparison.differences(ORIGINAL, repetition))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("number 7 of the state of the optimiser is ");
    }

    @Test
    void namesTheKeyOfTheDescription() {
        var old = ORIGINAL.description();
        var software = new Software("0.0.9", old.software().deeplearning4j());
        var repetition = new ModelArchive(description(old, software), ORIGINAL.configuration(), ORIGINAL.state());

        assertThat(ArchiveComparison.differences(ORIGINAL, repetition))
                .containsExactly("software.lenet of lenet.json is %s in the model, and 0.0.9 in the repetition"
                        .formatted(old.software().lenet()));
    }

    private static ModelDescription description(ModelDescription old, Software software) {
        return new ModelDescription(
                old.schemaVersion(),
                old.architecture(),
                old.parameters(),
                old.height(),
                old.width(),
                old.channels(),
                old.fingerprint(),
                old.inputs(),
                old.epochs(),
                software);
    }

    /** The same model with one parameter changed, or none for -1. */
    private static ModelArchive repetition(UnaryOperator<Float> change, int index) {
        var parameters = ORIGINAL.state().parameters().clone();
        if (index >= 0) {
            parameters[index] = change.apply(parameters[index]);
        }
        return new ModelArchive(
                ORIGINAL.description(),
                ORIGINAL.configuration(),
                new NetworkState(parameters, ORIGINAL.state().updaterState()));
    }
}
