package io.github.lenet.page;

import static io.github.lenet.text.English.plural;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.SplitStatistics;
import io.github.lenet.report.Fact;
import java.util.Collections;
import java.util.List;

/** What a log says about a data set, and the page in its first lines. */
final class ExplorationSummary {

    private ExplorationSummary() {}

    /** The main numbers, a title and a sentence each. */
    static List<Fact> facts(Dataset training, Exploration exploration) {
        return List.of(
                new Fact(
                        "Images",
                        format(
                                "%d x %d pixels%s in %d classes",
                                training.height(),
                                training.width(),
                                training.channels() == 1 ? "" : " in colour",
                                training.classNames().size())),
                new Fact("Training images", describe(exploration.training())),
                new Fact("Test images", describe(exploration.test())),
                new Fact("Duplicates", duplicates(exploration)),
                new Fact("Leaks", leaks(exploration)));
    }

    private static String describe(SplitStatistics split) {
        int least = Collections.min(split.classCounts());
        int most = Collections.max(split.classCounts());
        return format(
                "%d, %s; pixels have a mean of %.4f and a standard deviation of %.4f",
                split.images(),
                least == most ? format("%d of each class", most) : format("%d to %d of a class", least, most),
                split.pixels().mean(),
                split.pixels().standardDeviation());
    }

    private static String duplicates(Exploration exploration) {
        var training = exploration.training();
        var test = exploration.test();
        if (training.duplicates().isEmpty() && test.duplicates().isEmpty()) {
            return "no image occurs twice within its part";
        }
        var contradictions = training.contradictions() + test.contradictions();
        return format(
                "%d training %s and %d test %s repeat an earlier one; %d %s under more than one label",
                training.repeatedImages(),
                plural(training.repeatedImages(), "image"),
                test.repeatedImages(),
                plural(test.repeatedImages(), "image"),
                contradictions,
                contradictions == 1 ? "image occurs" : "images occur");
    }

    private static String leaks(Exploration exploration) {
        var leaked = exploration.leaked().size();
        return leaked == 0
                ? "no test image stands in the training images"
                : format(
                        "%d of the test images also %s in the training images, byte for byte",
                        leaked, leaked == 1 ? "stands" : "stand");
    }
}
