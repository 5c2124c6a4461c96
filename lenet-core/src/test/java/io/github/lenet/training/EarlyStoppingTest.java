package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.recipe.EpochResult;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

    @Test
    void stopsWhenTheLossHasNotFallenForThatManyEpochs() {
        assertKept(2, List.of(0.5, 0.3, 0.4, 0.35, 0.1), 2, 4);
        assertKept(1, List.of(0.5, 0.6), 1, 2);
        assertKept(2, List.of(0.5, 0.6, 0.4, 0.6, 0.3, 0.2), 6, 6);
    }

    @Test
    void anEqualLossIsNoLowerOne() {
        assertKept(2, List.of(0.5, 0.5, 0.5, 0.5), 1, 3);
    }

    @Test
    void withoutPatienceTheLastIsKept() {
        assertKept(0, Arrays.asList(0.1, 0.2, 0.3), 3, 3);
        assertKept(0, Arrays.asList(null, null), 2, 2);
    }

    @Test
    void aLossThatIsNoNumberIsKeptForItsReader() {
        assertKept(3, List.of(Double.NaN), 1, 1);
        assertKept(3, List.of(0.5, Double.NaN), 2, 2);
    }

    @Property
    void theKeptEpochIsTheFirstWithTheLowestLossSoFar(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> losses,
            @ForAll @IntRange(min = 1, max = 5) int patience) {
        var stopping = new EarlyStopping(patience);
        var kept = 0;
        var done = 0;
        while (done < losses.size() && !stopping.isOver()) {
            done++;
            kept = stopping.isToBeKept(result(done, losses.get(done - 1))) ? done : kept;
        }

        var seen = losses.subList(0, done);
        assertThat(losses.get(kept - 1))
                .isEqualTo(seen.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        assertThat(seen.indexOf(losses.get(kept - 1))).isEqualTo(kept - 1);
        assertThat(done - kept).isLessThanOrEqualTo(patience);
        assertThat(done == losses.size() || done - kept == patience).isTrue();
    }

    private static void assertKept(int patience, List<Double> losses, int expectedKept, int expectedEpochs) {
        var stopping = new EarlyStopping(patience);
        var kept = 0;
        var epoch = 0;
        while (epoch < losses.size() && !stopping.isOver()) {
            epoch++;
            kept = stopping.isToBeKept(result(epoch, losses.get(epoch - 1))) ? epoch : kept;
        }
        assertThat(kept).isEqualTo(expectedKept);
        assertThat(epoch).isEqualTo(expectedEpochs);
    }

    private static EpochResult result(int epoch, Double validationLoss) {
        return new EpochResult(epoch, 0.001, 0.1, 0.97, validationLoss, validationLoss == null ? null : 0.9, 3, 20_000);
    }
}
