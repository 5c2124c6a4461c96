package io.github.lenet.evaluation;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** How the confidence interval of a share is computed. */
public enum IntervalMethod {
    /**
     * The score interval of Wilson (1927), which keeps its level on average, also near 0 and 1, where most accuracies
     * are.
     */
    WILSON("wilson", "Wilson", BinomialConfidenceInterval.WILSON_SCORE),
    /**
     * The exact interval of Clopper and Pearson (1934), from quantiles of the beta distribution. It keeps at least its
     * level for every share, and is wider for that.
     */
    CLOPPER_PEARSON("clopper-pearson", "Clopper-Pearson", BinomialConfidenceInterval.CLOPPER_PEARSON);

    private final String id;
    private final String title;
    private final BinomialConfidenceInterval method;

    IntervalMethod(String id, String title, BinomialConfidenceInterval method) {
        this.id = id;
        this.title = title;
        this.method = method;
    }

    /**
     * The method with a name.
     *
     * @param parameter name of the POM element, for the message of an error
     * @param id name of the method
     * @return the method
     * @throws InvalidParameterException if there is none; the message names the known ones
     */
    public static IntervalMethod named(String parameter, String id) {
        return new Choice<>(parameter, List.of(values()), IntervalMethod::id).named(id.strip());
    }

    /**
     * The name in a POM and in JSON.
     *
     * @return for example {@code clopper-pearson}
     */
    public String id() {
        return id;
    }

    /**
     * The name in a sentence.
     *
     * @return for example {@code Clopper-Pearson}
     */
    public String title() {
        return title;
    }

    /** The two-sided interval: it misses the true share on either side with the same probability. */
    ConfidenceInterval interval(Proportion share, double level) {
        var interval = method.fromErrorRate(share.total(), share.count(), 1 - level);
        // At its ends both methods give exactly 0 and 1, which the library misses by a rounding error.
        return new ConfidenceInterval(
                level,
                id,
                share.count() == 0 ? 0 : interval.getLowerBound(),
                share.count() == share.total() ? 1 : interval.getUpperBound());
    }
}
