package io.github.lenet.page;

import io.github.lenet.report.BaselineReport;
import io.github.lenet.report.Fact;
import io.github.lenet.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The comparison with a baseline, as a page tells it. */
final class BaselineFacts {

    private static final int MOST_INDICES = 100;

    private BaselineFacts() {}

    static List<Fact> of(BaselineReport baseline) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Baseline", baseline.name()));
        if (baseline.model().architecture() != null) {
            facts.add(new Fact("Architecture", baseline.model().architecture()));
        }
        facts.add(new Fact("SHA-256", baseline.model().sha256()));
        var interval = baseline.improvementInterval();
        if (interval == null) {
            facts.add(new Fact("Comparison", "none: the baseline is the same archive as the model"));
            return facts;
        }
        facts.add(new Fact("Accuracy of the baseline", Numbers.share(baseline.accuracy())));
        facts.add(new Fact(
                "Improvement",
                Numbers.share(baseline.improvement()) + ", two-sided interval " + Numbers.interval(interval)));
        facts.add(new Fact("Images gained", indices(baseline.gained())));
        facts.add(new Fact("Images lost", indices(baseline.lost())));
        return facts;
    }

    /** How many, and the first of them. */
    private static String indices(List<Integer> images) {
        if (images.isEmpty()) {
            return "none";
        }
        var shown = images.stream().limit(MOST_INDICES).map(String::valueOf).collect(Collectors.joining(", "));
        return images.size() + ": " + shown + (images.size() > MOST_INDICES ? ", ..." : "");
    }
}
