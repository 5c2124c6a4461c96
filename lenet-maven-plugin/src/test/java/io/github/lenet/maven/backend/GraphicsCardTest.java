package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicsCardTest {

    /**
     * What the published libraries hold: machine code for 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, and no PTX.
     */
    @ParameterizedTest
    @ValueSource(strings = {"3.7", "5.0", "5.2", "6.1", "7.0", "7.5", "8.0", "8.6", "8.9"})
    void trainsOnTheGenerationsThatTheLibrariesHoldCodeFor(String capability) {
        assertThat(card("535.54.03", capability, 8000).objection(CudaPlatform.LINUX))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.0", "10.0", "12.0"})
    void objectsToHopperAndLater(String capability) {
        assertThat(card("570.86.15", capability, 80_000).objection(CudaPlatform.LINUX))
                .hasValueSatisfying(objection -> assertThat(objection)
                        .contains("compute capability " + capability + " is too new")
                        .contains("no PTX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0", "3.5"})
    void objectsToGenerationsWithoutCode(String capability) {
        assertThat(card("470.82.01", capability, 8000).objection(CudaPlatform.LINUX))
                .hasValueSatisfying(
                        objection -> assertThat(objection).contains("is too old: 3.7, or 5.0 to 8.9, is needed"));
    }

    @ParameterizedTest
    @CsvSource({"LINUX, 450.80, 450.80.02", "LINUX, 440.33.01, 450.80.02", "WINDOWS, 451.77, 452.39"})
    void objectsToAnOldDriver(CudaPlatform platform, String driver, String needed) {
        assertThat(card(driver, "7.5", 8000).objection(platform))
                .contains("the driver " + driver + " is too old for CUDA 11; update it to " + needed + " or newer");
    }

    @ParameterizedTest
    @CsvSource({"LINUX, 450.80.02", "LINUX, 1000.1", "WINDOWS, 452.39"})
    void acceptsANewEnoughDriver(CudaPlatform platform, String driver) {
        assertThat(card(driver, "7.5", 8000).objection(platform)).isEmpty();
    }

    @Test
    void objectsToACardThatIsFull() {
        assertThat(card("535.54.03", "8.6", 300).objection(CudaPlatform.LINUX))
                .hasValueSatisfying(
                        objection -> assertThat(objection).startsWith("only 300 of its 10240 MiB are free"));
    }

    @Test
    void givesACardOfUnknownGenerationTheBenefitOfTheDoubt() {
        assertThat(card("470.82.01", null, 8000).objection(CudaPlatform.LINUX)).isEmpty();
        assertThat(card("470.82.01", null, 8000).description())
                .isEqualTo("A card (compute capability unknown, 8000 of 10240 MiB free, driver 470.82.01)");
    }

    private static GraphicsCard card(String driver, String capability, long free) {
        return new GraphicsCard(
                "GPU-1",
                "A card",
                new Version(driver),
                capability == null ? null : new Version(capability),
                free,
                10240);
    }
}
