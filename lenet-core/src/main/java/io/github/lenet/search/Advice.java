package io.github.lenet.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What to do with the values of the POM. */
public enum Advice {

    /** Take the best ones, which are better on fresh seeds beyond what images and seeds vary. */
    CHANGE,

    /** Leave them: nothing better was found, or nothing that is better for sure. */
    KEEP;

    /**
     * Decides.
     *
     * @param best what was best with fresh seeds
     * @param current what the POM has, with the same seeds
     * @param difference by how much the loss of the best is higher; null if they cannot be compared
     */
    static Advice of(Confirmation best, Confirmation current, @Nullable Difference difference) {
        // Whatever can be trained is better than what cannot.
        var isBetter = difference == null ? current.isFailed() && !best.isFailed() : difference.isBetter();
        return isBetter ? CHANGE : KEEP;
    }

    /** The name, as in {@code tuning.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
