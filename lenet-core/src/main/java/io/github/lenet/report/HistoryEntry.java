package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.json.OmitEmpty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a history: what one verification found. The components are its keys, in their order.
 *
 * @param schemaVersion version of this format, {@value #SCHEMA_VERSION}
 * @param time when the source code was as it was verified, in the form of ISO 8601: never the time of a build
 * @param commit the commit in Git; left out outside of a repository
 * @param version version of the project; left out without one
 * @param name name of the verification
 * @param dataset which images were asked
 * @param model which model answered
 * @param correct images that were classified right
 * @param total all images
 * @param accuracy {@code correct / total}, 0 to 1
 * @param confidenceInterval where the true accuracy lies
 * @param loss mean cross-entropy in nats; left out if it is unknown, or no number
 * @param passed whether every rule was met
 */
public record HistoryEntry(
        int schemaVersion,
        String time,
        @OmitEmpty @Nullable String commit,
        @OmitEmpty @Nullable String version,
        String name,
        DatasetSummary dataset,
        ModelSummary model,
        int correct,
        int total,
        double accuracy,
        ConfidenceInterval confidenceInterval,
        @OmitEmpty @Nullable Double loss,
        boolean passed) {

    /** Version of the format that this class writes; a change of meaning or the loss of a key raises it. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Checks the version and the numbers.
     *
     * @throws IllegalArgumentException if the format is one that this version does not know, or the numbers contradict
     *     each other
     */
    public HistoryEntry {
        SchemaVersion.require(SCHEMA_VERSION, schemaVersion);
        // Another program may have written the last digit. Negated, so that NaN fails as well.
        if (!(Math.abs(accuracy - new Proportion(correct, total).value()) < 1e-9)) {
            throw new IllegalArgumentException(format("accuracy is %s, not correct / total", accuracy));
        }
        if (loss != null && !(loss >= 0 && Double.isFinite(loss))) {
            throw new IllegalArgumentException(format("loss is %s, but must be at least 0", loss));
        }
    }

    /**
     * The line of a verification.
     *
     * @param time when the source code was as it was verified
     * @param commit the commit in Git, or null
     * @param version version of the project, or null
     * @param name name of the verification
     * @param verification the numbers and the verdict
     * @return the line
     */
    public static HistoryEntry of(
            String time, @Nullable String commit, @Nullable String version, String name, Verification verification) {
        var evaluation = verification.evaluation();
        var accuracy = evaluation.accuracy();
        return new HistoryEntry(
                SCHEMA_VERSION,
                time,
                commit,
                version,
                name,
                evaluation.dataset(),
                evaluation.model(),
                accuracy.count(),
                accuracy.total(),
                accuracy.value(),
                Confidence.DEFAULT.interval(accuracy),
                Numbers.finiteOrNull(evaluation.loss().orElse(Double.NaN)),
                verification.verdict().passed());
    }

    /** Whether another line is about the same model of the same commit under the same name. */
    boolean repeats(HistoryEntry other) {
        return Objects.equals(commit, other.commit)
                && name.equals(other.name)
                && model.sha256().equals(other.model.sha256());
    }
}
