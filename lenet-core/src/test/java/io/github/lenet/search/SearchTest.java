package io.github.lenet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.json.Json;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialResult.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final SearchSpace SPACE =
            SearchSpace.parse("learningRate=0.00005..0.05 log; batchSize=16..64 step 16;"
                    + " weightDecay=0..0.1; augmentation=none,shift,affine");

    private static final Surface BOWL = new Surface(Surface::bowl, 0.0005);

    private static Tuning search(int trials, Surface surface, Map<String, ?> present) {
        return new Search(SPACE, present, options(trials, Pruning.HALVING)).run(surface);
    }

    private static SearchOptions options(int trials, Pruning pruning) {
        return new SearchOptions(trials, Objective.LOSS, pruning, 3);
    }

    @Test
    void theFirstTrialHasTheValuesOfThePom() {
        var first = search(5, BOWL, Map.of("learningRate", "0.004", "seed", 7))
                .trials()
                .get(0);

        assertThat(first.values())
                .containsExactly(
                        Map.entry("batchSize", 32L),
                        Map.entry("learningRate", 0.004),
                        Map.entry("weightDecay", 0.0),
                        Map.entry("augmentation", "shift"));
        assertThat(first.seed()).isEqualTo(7);
    }

    @Test
    void aSearchWithMoreTrialsGoesOn() {
        var few = search(12, BOWL, Map.of()).trials();
        var more = search(40, BOWL, Map.of()).trials();

        assertThat(more).hasSize(40).startsWith(few.toArray(TrialResult[]::new));
        assertThat(search(14, BOWL, Map.of()).trials())
                .extracting(TrialResult::values)
                .isEqualTo(more.subList(0, 14).stream().map(TrialResult::values).toList());
    }

    @Test
    void timeThatIsUpEndsTheSearchAfterItsBatch() {
        var surface = new Surface(Surface::bowl, 0.0005) {
            @Override
            public boolean isTimeUp() {
                return ended.size() >= 10;
            }
        };

        var tuning = search(40, surface, Map.of());

        assertThat(tuning.trials())
                .hasSize(12)
                .isEqualTo(search(12, BOWL, Map.of()).trials());
        assertThat(surface.ended).isEqualTo(tuning.trials());
        assertThat(tuning.finalists()).hasSize(4);
    }

    @Test
    void equalSearchesGiveEqualFiles() throws IOException {
        var line = Json.line(search(30, BOWL, Map.of()));

        assertThat(Json.line(search(30, BOWL, Map.of()))).isEqualTo(line);
        assertThat(Json.line(Json.parse(line, Tuning.class, "text"))).isEqualTo(line);
        assertThat(Json.line(search(30, BOWL, Map.of("seed", 1)))).isNotEqualTo(line);
    }

    @Test
    void aTrialThatPromisesLittleIsTrainedForAThirdOfItsEpochs() {
        var surface = new Surface(Surface::bowl, 0);

        var trials = search(40, surface, Map.of()).trials();

        assertThat(trials)
                .allMatch(trial -> trial.state() == State.COMPLETED
                        ? trial.rung() == 2 && trial.epochs() == 10 && trial.seconds() == 2
                        : trial.rung() == 1 && trial.epochs() == 4 && trial.seconds() == 1);
        assertThat(trials).filteredOn(trial -> trial.state() == State.COMPLETED).hasSizeBetween(13, 25);
        assertThat(trials.subList(0, 4)).filteredOn(trial -> trial.rung() == 2).hasSize(1);
    }

    @Test
    void withoutPruningEveryTrialIsTrainedToTheEnd() {
        var surface = new Surface(Surface::bowl, 0);

        var tuning = new Search(SPACE, Map.of(), options(9, Pruning.NONE)).run(surface);

        assertThat(tuning.trials())
                .allMatch(trial -> trial.state() == State.COMPLETED && trial.rung() == 1 && trial.epochs() == 10);
        assertThat(surface.trainings).hasSize(9 + 4 * 2);
    }

    @Test
    void longTrainingsHaveAThirdRung() {
        var surface = new Surface(Surface::bowl, 0);

        search(40, surface, Map.of("epochs", 28));

        assertThat(new HashSet<>(surface.trainings.stream()
                        .map(training -> List.of(
                                training.rung(), training.hyperparameters().epochs()))
                        .toList()))
                .containsExactlyInAnyOrder(List.of(1, 4), List.of(2, 10), List.of(3, 28));
    }

    @Test
    void everyTrainingMeasuresOnImagesThatAreHeldOut() {
        var surface = new Surface(Surface::bowl, 0);

        search(5, surface, Map.of());
        assertThat(surface.trainings)
                .allMatch(training -> training.hyperparameters().validationFraction() == 1.0 / 6);

        surface.trainings.clear();
        search(5, surface, Map.of("validationFraction", ".25"));
        assertThat(surface.trainings)
                .allMatch(training -> training.hyperparameters().validationFraction() == 0.25);
    }

    @Test
    void onlyFinalistsAreTrainedWithFreshSeeds() {
        var surface = new Surface(Surface::bowl, 0.0005);

        var tuning = search(20, surface, Map.of());

        assertThat(surface.trainings)
                .filteredOn(TrialTraining::isConfirmation)
                .hasSize(8)
                .allMatch(training -> training.hyperparameters().epochs() == 10
                        && training.hyperparameters().seed() != 42);
        assertThat(surface.trainings)
                .filteredOn(training -> !training.isConfirmation())
                .allMatch(training -> training.hyperparameters().seed() == 42);
        assertThat(tuning.finalists()).extracting(Finalist::trial).startsWith(0).doesNotHaveDuplicates();
    }

    @Test
    void aTrialFailsByItsInputs() {
        var surface = new Surface(
                hyperparameters -> hyperparameters.learningRate() > 0.01 ? Double.NaN : Surface.bowl(hyperparameters),
                0);
        var space = SearchSpace.parse("learningRate=0.00005..0.05 log; batchSize=2, 32; architecture=lenet5, resnet8");

        var trials = new Search(space, Map.of(), options(40, Pruning.HALVING))
                .run(surface)
                .trials();

        assertThat(trials)
                .filteredOn(trial -> trial.values().get("architecture").equals("resnet8")
                        && trial.values().get("batchSize").equals(2L))
                .isNotEmpty()
                .allMatch(trial -> trial.state() == State.FAILED
                        && trial.epochs() == 0
                        && trial.loss() == null
                        && String.valueOf(trial.failure()).startsWith("batchSize is 2, but must be at least 4"));
        assertThat(trials)
                .filteredOn(trial -> "the loss is NaN".equals(trial.failure()))
                .isNotEmpty()
                .allMatch(trial ->
                        trial.state() == State.FAILED && (Double) trial.values().get("learningRate") > 0.01);
        assertThat(trials).filteredOn(trial -> trial.state() == State.FAILED).hasSizeLessThan(20);
    }

    /** As a training with that architecture would have it. */
    @Test
    void whatNobodySetGoesWithTheArchitecture() {
        var surface = new Surface(Surface::bowl, 0);
        var space = SearchSpace.parse("architecture=lenet5, resnet8");

        new Search(space, Map.of("warmup", "10"), options(9, Pruning.HALVING)).run(surface);

        assertThat(surface.trainings)
                .filteredOn(
                        training -> training.hyperparameters().architecture().equals("resnet8"))
                .isNotEmpty()
                .allMatch(training -> training.hyperparameters().learningRate() == 0.003
                        && training.hyperparameters().batchSize() == 64
                        && training.hyperparameters().warmup() == 10);
    }

    @Test
    void aSmallSpaceIsTriedOnce() {
        var space = SearchSpace.parse("schedule=step, cosine; batchSize=8..64 step 8");

        var trials = new Search(space, Map.of(), options(40, Pruning.HALVING))
                .run(BOWL)
                .trials();

        assertThat(trials).hasSize(16).extracting(TrialResult::values).doesNotHaveDuplicates();
    }

    @Test
    void presentValuesMayLieOutsideOfTheSpace() {
        var space = SearchSpace.parse("learningRate=0.001..0.002; batchSize=8..64 step 8");

        var trials = new Search(space, Map.of("batchSize", 20), options(30, Pruning.HALVING))
                .run(BOWL)
                .trials();

        assertThat(trials).hasSize(30);
        assertThat(trials.get(0).values()).containsEntry("batchSize", 20L);
        assertThat(trials.subList(1, 30))
                .allMatch(trial -> (Long) trial.values().get("batchSize") % 8 == 0);
    }

    @Test
    void badValuesOfThePomArePresentValues() {
        var tuning = search(40, BOWL, Map.of("learningRate", 0.00005));

        assertThat(tuning.advice()).isEqualTo(Advice.CHANGE);
        assertThat(tuning.best().trial()).isPositive();
        assertThat(tuning.best().loss())
                .satisfies(
                        loss -> assertThat(loss.mean()).isLessThan(1.05 * Surface.bowl(Hyperparameters.of(Map.of()))));
        assertThat(tuning.difference()).satisfies(difference -> {
            assertThat(difference.upper()).isNegative();
            assertThat(difference.seeds()).hasSize(2).allMatch(mean -> mean < 0);
        });
    }

    /** On images that hardly differ, with seeds that hardly do. */
    @Test
    void overASpaceWithoutEffectNothingIsBetter() {
        for (var seed = 0; seed < 10; seed++) {
            var tuning = search(20, new Surface(hyperparameters -> 0.05, 0), Map.of("seed", seed));

            assertThat(tuning.trials()).allMatch(trial -> Objects.equals(trial.loss(), 0.05));
            assertThat(tuning.best()).isEqualTo(tuning.current());
            assertThat(tuning.advice()).isEqualTo(Advice.KEEP);
        }
    }

    /** By the interval of the images and the signs of the seeds alone, it would be a third of the searches. */
    @Test
    void seedsThatDifferAreSeldomTakenForAnEffect() {
        var changes = 0;
        for (var seed = 0; seed < 200; seed++) {
            var tuning = search(8, new Surface(hyperparameters -> 0.05, 0.005), Map.of("seed", seed));
            changes += tuning.advice() == Advice.CHANGE ? 1 : 0;
        }

        assertThat(changes).isLessThan(30);
    }

    /** Whatever ends it, what was known by then is known to the next. */
    @Test
    void aSearchThatWasKilledGoesOnWhereItWas() {
        var kept = new HashMap<TrialTraining, TrialOutcome>();
        var killed = 0;
        Tuning tuning = null;
        while (tuning == null) {
            try {
                tuning = search(30, new Killed(kept), Map.of());
            } catch (UncheckedIOException e) {
                killed++;
            }
        }

        assertThat(killed).isGreaterThan(5);
        assertThat(Json.line(tuning)).isEqualTo(Json.line(search(30, BOWL, Map.of())));
    }

    /** Keeps every outcome, and does not survive five trainings. */
    private static final class Killed extends Surface {

        private final Map<TrialTraining, TrialOutcome> kept;

        Killed(Map<TrialTraining, TrialOutcome> kept) {
            super(Surface::bowl, 0.0005);
            this.kept = kept;
        }

        @Override
        public List<TrialOutcome> run(List<TrialTraining> batch) {
            for (var training : batch) {
                if (!kept.containsKey(training)) {
                    if (trainings.size() == 5) {
                        throw new UncheckedIOException(new IOException("no space left"));
                    }
                    kept.put(training, super.run(List.of(training)).get(0));
                }
            }
            return batch.stream().map(kept::get).toList();
        }
    }

    @Test
    void accuracyIsAnObjectiveOfItsOwn() {
        var surface = new Surface(Surface::bowl, 0.0005) {
            @Override
            public List<TrialOutcome> run(List<TrialTraining> batch) {
                return super.run(batch).stream()
                        .map(outcome -> TrialOutcome.measured(
                                1 - outcome.lossOrThrow(), outcome.accuracyOrThrow(), outcome.imageLosses(), 1))
                        .toList();
            }
        };
        var options = new SearchOptions(30, Objective.ACCURACY, Pruning.HALVING, 3);

        var byAccuracy = new Search(SPACE, Map.of(), options).run(surface);

        assertThat(byAccuracy.trials())
                .extracting(TrialResult::values)
                .isEqualTo(search(30, BOWL, Map.of()).trials().stream()
                        .map(TrialResult::values)
                        .toList());
        assertThat(Objective.named("accuracy")).isEqualTo(byAccuracy.objective());
        assertThat(Pruning.named("none")).isEqualTo(Pruning.NONE);
        assertThatThrownBy(() -> Pruning.named("halvin"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("pruning is halvin, but is unknown, perhaps you mean halving; known are halving, none");
    }

    /** Half of what as many points without a plan give, over ten seeds; docs/tune.md has the regret on real images. */
    @Test
    void aPlanIsBetterThanChance() {
        var planned = 0.0;
        var drawn = 0.0;
        for (var seed = 0; seed < 10; seed++) {
            var surface = new Surface(Surface::bowl, 0.0005);
            var present = Map.of("learningRate", 0.04, "seed", seed);
            var tuning = new Search(SPACE, present, options(40, Pruning.NONE)).run(surface);
            planned += regret(tuning.best().values());
            var random = new SeededRandom(seed);
            drawn += IntStream.range(0, 40)
                    .mapToDouble(i -> regret(SPACE.values(SPACE.dimensions().stream()
                            .map(dimension -> dimension.coordinate(random.nextDouble()))
                            .toList())))
                    .min()
                    .orElseThrow();
        }

        assertThat(planned).isPositive().isLessThan(drawn / 2);
    }

    private static double regret(Map<String, Object> values) {
        return Surface.bowl(Hyperparameters.of(values)) - Surface.bowl(Hyperparameters.of(Map.of()));
    }

    @Test
    void aRunnerThatLosesOutcomesIsAnError() {
        var surface = new Surface(Surface::bowl, 0) {
            @Override
            public List<TrialOutcome> run(List<TrialTraining> batch) {
                return new ArrayList<>(super.run(batch)).subList(1, batch.size());
            }
        };

        assertThatThrownBy(() -> search(5, surface, Map.of())).hasMessage("3 outcomes of 4 trainings");
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatThrownBy(() -> options(1, Pruning.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("trials is 1, but must be a whole number from 2 to 10000: the first trial has the values of"
                        + " the POM, and needs others to be compared with");
        assertThatThrownBy(() -> new SearchOptions(10, Objective.LOSS, Pruning.NONE, 0))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("finalists is 0, but must be a whole number from 1 to 100");
    }
}
