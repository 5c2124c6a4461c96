package io.github.lenet.search;

import io.github.lenet.json.OmitEmpty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search gave: the content of {@code tuning.json}. Nothing in it but the seconds depends on the machine.
 *
 * @param schemaVersion version of this format, {@value #SCHEMA_VERSION}
 * @param space what was searched, by the names of the hyperparameters: {@code 0.0005..0.01 log}
 * @param seed seed of the proposals and of the trials
 * @param objective what was made better
 * @param trials what was tried, in the order of their numbers
 * @param best what was best with fresh seeds; it may be the present values
 * @param current the present values with the same fresh seeds
 * @param advice whether to change the POM
 * @param importance share of each hyperparameter in what made trials good, all of them together 1
 * @param finalists all that were trained with fresh seeds, the present values first
 * @param difference by how much the loss of an image is higher with the best than with the present values; null if they
 *     are the same, or if one of them failed
 */
public record Tuning(
        int schemaVersion,
        Map<String, String> space,
        long seed,
        Objective objective,
        List<TrialResult> trials,
        Finalist best,
        Finalist current,
        Advice advice,
        Map<String, Double> importance,
        List<Finalist> finalists,
        @OmitEmpty @Nullable Difference difference) {

    /** Version of the format; a change of meaning or the loss of a key raises it. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if the format is one that this version does not know
     */
    public Tuning {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException(
                    "schemaVersion is " + schemaVersion + ", but this version of LeNet knows only " + SCHEMA_VERSION);
        }
        trials = List.copyOf(trials);
        finalists = List.copyOf(finalists);
    }
}
