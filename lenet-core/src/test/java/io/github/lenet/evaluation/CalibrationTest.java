package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final List<String> NAMES = List.of("cat", "dog");

    @Test
    void weighsTheDistanceOfEachBin() {
        // Three answers at 0.75 of which two are right, and a wrong one at 0.6: (3 * |2/3 - 0.75| + 1 * 0.6) / 4.
        var evaluation =
                Evaluations.of(NAMES, new int[] {0, 0, 0, 0}, 0.75f, 0.25f, 0.75f, 0.25f, 0.25f, 0.75f, 0.4f, 0.6f);

        assertThat(evaluation.expectedCalibrationError().getAsDouble()).isCloseTo((0.25 + 0.6) / 4, within(1e-7));
        assertThat(calibration(evaluation).bins().get(11))
                .isEqualTo(new Calibration.Bin(11 / 15.0, 12 / 15.0, 3, 2, 0.75));
    }

    @Test
    void aModelThatIsAlwaysSureAndRightIsPerfectlyCalibrated() {
        assertThat(Evaluations.of(NAMES, new int[] {0, 1}, 1, 0, 0, 1).expectedCalibrationError())
                .hasValue(0);
    }

    @Test
    void anUpperEdgeBelongsToItsBin() {
        var bins = calibration(Evaluations.of(NAMES, new int[] {0, 0}, 1, 0, 0.6f, 0.4f))
                .bins();

        assertThat(bins.get(14).count()).isEqualTo(1);
        // As a float, 0.6 is a little above 9/15.
        assertThat(bins.get(9).count()).isEqualTo(1);
    }

    @Property
    void everyAnswerLiesInTheBinOfItsProbability(@ForAll @IntRange(max = 1_000) int part) {
        var probability = 0.5f + part / 2_000f;
        var bins = calibration(Evaluations.of(NAMES, new int[] {0}, probability, 1 - probability))
                .bins();

        assertThat(bins).filteredOn(bin -> bin.count() == 1).singleElement().satisfies(bin -> {
            assertThat(probability).isGreaterThan((float) bin.lower() - 1e-6f).isLessThan((float) bin.upper() + 1e-6f);
            assertThat(bin.meanConfidence()).isEqualTo(probability);
        });
    }

    @Test
    void refusesBinsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(List.of()))
                .withMessage("the calibration has 0 bins, but must have 15");
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration.Bin(0, 1, 1, 2, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration.Bin(0, 1, 1, 1, null));
    }

    private static Calibration calibration(Evaluation evaluation) {
        return evaluation.probabilityMetrics().orElseThrow().calibration();
    }
}
