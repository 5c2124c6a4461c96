package io.github.lenet.maven.tuning;

import io.github.lenet.parameter.InvalidParameterException;
import java.time.Duration;
import java.util.regex.Pattern;

/** The time that a search may take, as people write it. */
public final class TimeBudget {

    /** No more digits than an int holds with its unit. */
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*([smh])");

    private TimeBudget() {}

    /**
     * Reads it.
     *
     * @param written for example {@code 20m}
     * @return the time
     * @throws InvalidParameterException if it is no time, or none at all
     */
    public static Duration parse(String written) {
        var matcher = FORM.matcher(written.strip());
        if (matcher.matches()) {
            var number = Long.parseLong(matcher.group(1));
            var budget = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
            if (!budget.isZero()) {
                return budget;
            }
        }
        throw new InvalidParameterException(
                "timeBudget",
                written,
                "must be a time such as 90s, 20m or 2h, greater than 0; leave it out for a search without a limit");
    }
}
