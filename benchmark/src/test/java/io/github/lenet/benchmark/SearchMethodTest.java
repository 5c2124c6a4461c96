package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchMethodTest {

    private static final int TRAININGS = 20;

    /** Counts what a search costs. */
    private static final class Counted implements SearchProblem {

        private final SearchProblem problem = new DrawnSurface(new SeededRandom(1));
        private final AtomicInteger epochs = new AtomicInteger();
        private final AtomicInteger confirmations = new AtomicInteger();

        @Override
        public TrialOutcome train(TrialTraining training) {
            (training.isConfirmation() ? confirmations : epochs)
                    .addAndGet(training.hyperparameters().epochs());
            return problem.train(training);
        }

        @Override
        public double error(Hyperparameters hyperparameters) {
            return problem.error(hyperparameters);
        }

        @Override
        public OptionalDouble lowestError() {
            return problem.lowestError();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodFindsSomethingForTheSameEpochs(SearchMethod method) {
        var problem = new Counted();

        var found = method.search(problem, TRAININGS, 7);

        assertThat(method.search(new Counted(), TRAININGS, 7)).isEqualTo(found);
        // The last batch of trials may go beyond.
        var confirmations = method == SearchMethod.CONFIRMED ? problem.confirmations.get() : 0;
        assertThat(problem.epochs.get() + confirmations).isBetween(TRAININGS * 9, TRAININGS * 9 + 4 * 9);
        assertThat(problem.error(SearchMethod.hyperparameters(found, 7)))
                .isBetween(
                        problem.lowestError().orElseThrow(),
                        problem.error(SearchMethod.hyperparameters(Map.of(), 7)) - 0.2);
    }
}
