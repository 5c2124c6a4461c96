package io.github.lenet.benchmark;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.Search;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.search.TrialRunner;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.search.Tuning;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A way to search that costs as many epochs as the others. */
enum SearchMethod {

    /** Points drawn at random, each trained to the end; the one with the lowest loss. */
    RANDOM("random") {
        @Override
        Map<String, Object> search(SearchProblem problem, int trainings, long seed) {
            var random = new SeededRandom(seed);
            var trials = IntStream.range(0, trainings)
                    .mapToObj(trial -> trial == 0 ? SearchProblem.PRESENT : draw(random))
                    .map(values -> new TrialTraining(0, 1, false, hyperparameters(values, seed)))
                    .toList();
            var losses = trials.parallelStream().map(problem::train).toList();
            return IntStream.range(0, trainings)
                    .boxed()
                    .min(Comparator.comparingDouble(trial -> lossOf(losses.get(trial))))
                    .map(trial -> trials.get(trial).hyperparameters().values())
                    .orElseThrow();
        }
    },

    /** Proposals of the sampler, each trained to the end; the one with the lowest loss. */
    PARZEN("Parzen estimator") {
        @Override
        Map<String, Object> search(SearchProblem problem, int trainings, long seed) {
            return lowest(run(problem, trainings, seed, Pruning.NONE, 1));
        }
    },

    /** The same with halving. */
    HALVING("with halving") {
        @Override
        Map<String, Object> search(SearchProblem problem, int trainings, long seed) {
            return lowest(run(problem, trainings, seed, Pruning.HALVING, 1));
        }
    },

    /** As {@code lenet:tune} does it: the same, with a part of the epochs for the confirmation of four finalists. */
    CONFIRMED("with halving and confirmation") {
        @Override
        Map<String, Object> search(SearchProblem problem, int trainings, long seed) {
            return run(problem, trainings - CONFIRMATIONS, seed, Pruning.HALVING, FINALISTS)
                    .best()
                    .values();
        }
    };

    private static final int FINALISTS = 3;

    private static final int CONFIRMATIONS = 2 * (FINALISTS + 1);

    private final String label;

    SearchMethod(String label) {
        this.label = label;
    }

    /**
     * Searches.
     *
     * @param problem what to find values for
     * @param trainings how many whole trainings the search may cost
     * @param seed decides what is tried
     * @return the values that it found
     */
    abstract Map<String, Object> search(SearchProblem problem, int trainings, long seed);

    /** What a search found, for a whole training. */
    static Hyperparameters hyperparameters(Map<String, Object> values, long seed) {
        var written = new HashMap<>(SearchProblem.PRESENT);
        written.put("validationFraction", Search.VALIDATION_FRACTION);
        written.putAll(values);
        written.put("seed", seed);
        return Hyperparameters.of(written);
    }

    private static Map<String, Object> draw(SeededRandom random) {
        return Map.of(
                "learningRate",
                0.0001 * StrictMath.pow(300, random.nextDouble()),
                "batchSize",
                SearchProblem.BATCH_SIZES.get(random.nextInt(SearchProblem.BATCH_SIZES.size())),
                "weightDecay",
                0.1 * random.nextDouble(),
                "augmentation",
                SearchProblem.AUGMENTATIONS.get(random.nextInt(SearchProblem.AUGMENTATIONS.size())));
    }

    private static Tuning run(SearchProblem problem, int trainings, long seed, Pruning pruning, int finalists) {
        var present = new HashMap<>(SearchProblem.PRESENT);
        present.put("seed", seed);
        var options = new SearchOptions(SearchOptions.MOST_TRIALS, Objective.LOSS, pruning, finalists);
        return new Search(SearchProblem.SPACE, present, options).run(new Budget(problem, trainings));
    }

    /** What a search would find without its confirmation, whose epochs do not count then. */
    private static Map<String, Object> lowest(Tuning tuning) {
        return tuning.trials().stream()
                .filter(trial -> trial.state() == State.COMPLETED)
                .min(Comparator.comparingDouble(trial -> Objects.requireNonNull(trial.loss(), "it is completed")))
                .orElseThrow()
                .values();
    }

    private static double lossOf(TrialOutcome outcome) {
        return Objects.requireNonNullElse(outcome.loss(), Double.POSITIVE_INFINITY);
    }

    /** A runner whose time is measured in epochs. */
    private static final class Budget implements TrialRunner<RuntimeException> {

        private final SearchProblem problem;
        private int epochsLeft;

        Budget(SearchProblem problem, int trainings) {
            this.problem = problem;
            this.epochsLeft = trainings * hyperparameters(Map.of(), 0).epochs();
        }

        @Override
        public List<TrialOutcome> run(List<TrialTraining> trainings) {
            epochsLeft -= trainings.stream()
                    .mapToInt(training -> training.hyperparameters().epochs())
                    .sum();
            return trainings.parallelStream().map(problem::train).toList();
        }

        @Override
        public boolean isTimeUp() {
            return epochsLeft <= 0;
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
