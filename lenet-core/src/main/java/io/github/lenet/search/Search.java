package io.github.lenet.search;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialResult.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A search for hyperparameters that are better than the present ones, which measures on images that are held out of the
 * training set and never sees the test set.
 *
 * <p>What it tries and what it says depend on the space, the present values with their seed, and the options; not on
 * the {@link TrialRunner}, nor on how fast its trainings are. Trials come in batches of four, each proposed from the
 * results of earlier batches alone. A search with more trials, or with more time, begins with the same proposals.
 */
public final class Search {

    /** Share of the training images that is held out where the POM holds none out. */
    public static final double VALIDATION_FRACTION = 1.0 / 6;

    /** Trainings of each finalist, and of the present values, with seeds that nothing was chosen with. */
    public static final int FRESH_SEEDS = 2;

    /** Trials that are proposed together, and may run side by side; fewer go on to longer trainings. */
    public static final int BATCH = 4;

    private final SearchSpace space;
    private final Map<String, Object> present;
    private final Hyperparameters current;
    private final SearchOptions options;
    private final int rungs;

    /**
     * Prepares a search.
     *
     * @param space what to search
     * @param present the values of the POM, as for {@link Hyperparameters#of}: what is not in it has its default, which
     *     may depend on the architecture that is tried
     * @param options how long to search, and for what
     * @throws InvalidParameterException if a present value is wrong
     */
    public Search(SearchSpace space, Map<String, ?> present, SearchOptions options) {
        this.space = space;
        this.present = new HashMap<>(present);
        if (Hyperparameters.of(present).validationFraction() == 0) {
            this.present.put("validationFraction", VALIDATION_FRACTION);
        }
        this.current = Hyperparameters.of(this.present);
        this.options = options;
        var mostEpochs = (int) space.mostEpochs().orElse(0);
        this.rungs = options.pruning().rungs(Math.max(mostEpochs, current.epochs()));
    }

    /**
     * The present values.
     *
     * @return those that the first trial has, with the share of images that is held out
     */
    public Hyperparameters current() {
        return current;
    }

    /**
     * Searches.
     *
     * @param runner what trains
     * @param <E> what ends the search with an error
     * @return what was tried, what was found, and the advice
     * @throws E if a training has no outcome
     */
    public <E extends Exception> Tuning run(TrialRunner<E> runner) throws E {
        var sampler = new Sampler(space, current.seed());
        var trials = new Trials(options.objective(), rungs);
        while (trials.size() < options.trials() && !isExhausted(trials.stream())) {
            var batch = propose(sampler, trials);
            trials.addAll(batch);
            var training = batch;
            for (var rung = 1; !training.isEmpty(); rung++) {
                train(training, rung, runner);
                training = trials.goingOn(training, rung);
            }
            batch.forEach(trial -> runner.ended(result(trial)));
            if (runner.isTimeUp()) {
                break;
            }
        }
        var confirmed = confirm(trials.finalists(options.finalists()), runner);
        var winner = Confirmation.best(confirmed, options.objective());
        var ofPom = confirmed.get(0);
        var difference = winner.differenceTo(ofPom, Confirmation.seedDeviation(confirmed));
        return new Tuning(
                Tuning.SCHEMA_VERSION,
                space.texts(),
                current.seed(),
                options.objective(),
                trials.stream().map(this::result).toList(),
                winner.finalist(),
                ofPom.finalist(),
                Advice.of(winner, ofPom, difference),
                new Importance(space).of(trials.observations()),
                confirmed.stream().map(Confirmation::finalist).toList(),
                difference);
    }

    private List<Trial> propose(Sampler sampler, Trials trials) {
        var known = trials.observations();
        var batch = new ArrayList<Trial>();
        for (var number = trials.size(); number < options.trials() && batch.size() < BATCH; number++) {
            if (isExhausted(Stream.concat(trials.stream(), batch.stream()))) {
                break;
            }
            if (number == 0) {
                batch.add(new Trial(0, space.values(current), space.point(current)));
            } else {
                var point = sampler.propose(number, known, points(batch.stream()));
                batch.add(new Trial(number, space.values(point), point));
            }
        }
        return batch;
    }

    private boolean isExhausted(Stream<Trial> tried) {
        return points(tried).size() >= space.size();
    }

    private static List<List<Double>> points(Stream<Trial> trials) {
        return trials.map(Trial::point).filter(point -> !point.isEmpty()).toList();
    }

    /** Trains what can be trained; what cannot has failed. */
    private <E extends Exception> void train(List<Trial> trials, int rung, TrialRunner<E> runner) throws E {
        var valid = new ArrayList<Trial>();
        var trainings = new ArrayList<TrialTraining>();
        for (var trial : trials) {
            try {
                trainings.add(new TrialTraining(trial.number(), rung, false, hyperparameters(trial, rung, 0)));
                valid.add(trial);
            } catch (InvalidParameterException e) {
                trial.add(0, TrialOutcome.failed(String.valueOf(e.getMessage()), 0));
            }
        }
        var outcomes = run(trainings, runner);
        for (var i = 0; i < valid.size(); i++) {
            valid.get(i).add(trainings.get(i).hyperparameters().epochs(), outcomes.get(i));
        }
    }

    /** Trains with fresh seeds, which no choice was made with. */
    private <E extends Exception> List<Confirmation> confirm(List<Trial> finalists, TrialRunner<E> runner) throws E {
        var trainings = new ArrayList<TrialTraining>();
        for (var trial : finalists) {
            for (var fresh = 1; fresh <= FRESH_SEEDS; fresh++) {
                trainings.add(new TrialTraining(trial.number(), rungs, true, hyperparameters(trial, rungs, fresh)));
            }
        }
        var outcomes = run(trainings, runner);
        return IntStream.range(0, finalists.size())
                .mapToObj(i ->
                        new Confirmation(finalists.get(i), outcomes.subList(i * FRESH_SEEDS, (i + 1) * FRESH_SEEDS)))
                .toList();
    }

    private static <E extends Exception> List<TrialOutcome> run(List<TrialTraining> trainings, TrialRunner<E> runner)
            throws E {
        var outcomes = trainings.isEmpty() ? List.<TrialOutcome>of() : runner.run(trainings);
        if (outcomes.size() != trainings.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes of " + trainings.size() + " trainings");
        }
        return outcomes;
    }

    /** What a training of a trial has; refuses values that do not go together. */
    private Hyperparameters hyperparameters(Trial trial, int rung, int freshSeed) {
        var written = new HashMap<>(present);
        written.putAll(trial.values());
        var whole = Hyperparameters.of(written);
        written.put("epochs", shortened(whole.epochs(), rung));
        written.put("seed", whole.seed() + freshSeed);
        return Hyperparameters.of(written);
    }

    /** A third of the epochs for each rung above, rounded up. */
    private int shortened(int epochs, int rung) {
        var left = epochs;
        for (var above = rung; above < rungs; above++) {
            left = (left + Pruning.FACTOR - 1) / Pruning.FACTOR;
        }
        return left;
    }

    private TrialResult result(Trial trial) {
        var last = trial.last();
        var state = last.isFailed() ? State.FAILED : trial.rung() == rungs ? State.COMPLETED : State.STOPPED;
        return new TrialResult(
                trial.number(),
                trial.values(),
                trial.rung(),
                trial.epochs(),
                current.seed(),
                last.loss(),
                last.accuracy(),
                trial.seconds(),
                state,
                last.failure());
    }
}
