package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.parameter.InvalidParameterException;
import java.math.BigDecimal;

/** Reads the limits of a POM, and refuses those that are probably mistakes. */
final class LimitText {

    private static final BigDecimal ONE_HUNDRED = BigDecimal.valueOf(100);

    private LimitText() {}

    /** A limit of a metric. */
    static Limit limit(String parameter, Metric metric, Bound bound, String text) {
        if (metric.unit() == Unit.SHARE) {
            return new Limit(bound, share(parameter, text), Unit.SHARE);
        }
        var threshold = Threshold.parse(parameter, text);
        if (threshold.value().signum() < 0 || text.contains("%")) {
            throw new InvalidParameterException(
                    parameter,
                    text,
                    format(
                            "a limit of the %s must be a plain number of at least 0, such as %s",
                            metric.title(Element.MODEL, null), metric.unit() == Unit.NATS ? "0.05" : "200000"));
        }
        return new Limit(bound, threshold, metric.unit());
    }

    /** A number from 0 to 1, as a decimal or in per cent. */
    static Threshold share(String parameter, String text) {
        var threshold = Threshold.parse(parameter, text);
        var value = threshold.value();
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            var forgotten = value.signum() > 0 && value.compareTo(ONE_HUNDRED) <= 0 && !text.contains("%");
            throw new InvalidParameterException(
                    parameter,
                    text,
                    "must be from 0 to 1, or from 0% to 100%"
                            + (forgotten ? "; perhaps " + text.strip() + "% is meant" : ""));
        }
        return threshold;
    }
}
