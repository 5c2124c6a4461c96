package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.dataset.Split;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures how good what {@link io.github.lenet.search.Search} finds is, beside a random search that trains for as many
 * epochs, and prints one page of Markdown. {@code docs/benchmarks.md} says how to run and to read it.
 */
public final class SearchRegret {

    private static final List<Integer> BUDGETS_OF_SURFACES = List.of(20, 40, 60);

    /** It trains nothing, and can be searched often. */
    private static final int SEARCHES_OF_SURFACES = 200;

    private static final int BUDGET_OF_MNIST = 20;

    private SearchRegret() {}

    /**
     * Runs it.
     *
     * @param arguments none; settings are system properties, see {@link Settings}
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        var settings = Settings.read();
        var report = new Report(settings.folder().resolve("search-regret.md"));
        report.add("Measured on " + Machine.describe() + ".");
        for (var budget : BUDGETS_OF_SURFACES) {
            report.add(format(
                    "Drawn surfaces, as many epochs as %d whole trainings, %d searches:",
                    budget, SEARCHES_OF_SURFACES));
            report.add(measure(seed -> new DrawnSurface(new SeededRandom(seed)), budget, SEARCHES_OF_SURFACES));
        }
        if (settings.searches() > 1) {
            var mnist = Mnist.locate(settings).read(Split.TRAIN);
            report.add(format(
                    "LeNet-5 on %,d images of MNIST, as many epochs as %d whole trainings, %d searches:",
                    SmallMnist.IMAGES, BUDGET_OF_MNIST, settings.searches()));
            report.add(measure(
                    seed -> new SmallMnist(mnist, new SeededRandom(seed)), BUDGET_OF_MNIST, settings.searches()));
        }
    }

    private static Table measure(IntFunction<SearchProblem> problems, int trainings, int searches) {
        var regrets = IntStream.range(0, searches)
                .mapToObj(seed -> regrets(problems.apply(seed), trainings, seed))
                .toList();
        var table = new Table("search", "mean regret", "95 % interval", "less than random", "95 % interval");
        for (var method : SearchMethod.values()) {
            var regret = interval(regrets, of -> of.get(method));
            var gain = interval(regrets, of -> of.get(SearchMethod.RANDOM) - of.get(method));
            table.row(method.toString(), mean(regret), ends(regret), mean(gain), ends(gain));
        }
        return table;
    }

    private static Interval interval(
            List<Map<SearchMethod, Double>> regrets, ToDoubleFunction<Map<SearchMethod, Double>> value) {
        return Interval.of(regrets.stream().mapToDouble(value).boxed().toList());
    }

    private static String mean(Interval interval) {
        return format("%.3f", interval.mean());
    }

    private static String ends(Interval interval) {
        return format("%.3f to %.3f", interval.mean() - interval.margin(), interval.mean() + interval.margin());
    }

    /** By how many errors of a hundred each method misses the best that there is, or that any of them found. */
    private static Map<SearchMethod, Double> regrets(SearchProblem problem, int trainings, int seed) {
        var errors = new EnumMap<SearchMethod, Double>(SearchMethod.class);
        for (var method : SearchMethod.values()) {
            var found = method.search(problem, trainings, seed);
            errors.put(method, problem.error(SearchMethod.hyperparameters(found, seed)));
        }
        var lowest = problem.lowestError()
                .orElse(errors.values().stream()
                        .mapToDouble(error -> error)
                        .min()
                        .orElseThrow());
        errors.replaceAll((method, error) -> error - lowest);
        return errors;
    }
}
