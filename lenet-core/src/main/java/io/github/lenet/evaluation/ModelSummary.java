package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.OmitEmpty;
import io.github.lenet.model.Classifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which model answered.
 *
 * @param sha256 digest of the archive file, 64 hexadecimal digits
 * @param architecture name of the network, such as {@code lenet5}
 * @param parameters number of its trained parameters
 * @param bytes size of the archive file
 * @param coefficientsSha256 digest of the trained parameters alone, {@code coefficients.bin}, the same in each copy of
 *     the model; null if nobody recorded it
 * @param resourceSha256 digest of the copy that the module's jar holds; null if there is none
 */
public record ModelSummary(
        String sha256,
        String architecture,
        int parameters,
        long bytes,
        @OmitEmpty @Nullable String coefficientsSha256,
        @OmitEmpty @Nullable String resourceSha256) {

    /**
     * Checks the digests and the sizes.
     *
     * @throws IllegalArgumentException if a digest is none, or a size is negative
     */
    public ModelSummary {
        requireDigest("sha256", Objects.requireNonNull(sha256, "sha256"));
        requireDigest("coefficientsSha256", coefficientsSha256);
        requireDigest("resourceSha256", resourceSha256);
        if (parameters < 0 || bytes < 0) {
            throw new IllegalArgumentException(format("a model has no %d parameters in %d bytes", parameters, bytes));
        }
    }

    /**
     * A model of which no more is known than its file.
     *
     * @param sha256 digest of the archive file, 64 hexadecimal digits
     * @param architecture name of the network
     * @param parameters number of its trained parameters
     * @param bytes size of the archive file
     */
    public ModelSummary(String sha256, String architecture, int parameters, long bytes) {
        this(sha256, architecture, parameters, bytes, null, null);
    }

    /**
     * A model that has been loaded.
     *
     * @param model the model
     * @return what there is to say of it
     */
    static ModelSummary of(Classifier model) {
        var description = model.description();
        return new ModelSummary(
                model.sha256(),
                description.architecture(),
                description.parameters(),
                model.archiveBytes(),
                model.coefficientsSha256(),
                null);
    }

    /**
     * The same model, with the copy that the module's jar holds.
     *
     * @param sha256 digest of that file, or null if there is none
     * @return the summary of both
     */
    public ModelSummary packagedAs(String sha256) {
        return new ModelSummary(this.sha256, architecture, parameters, bytes, coefficientsSha256, sha256);
    }

    /** Whether both have learnt the same, in the same file or in another copy of it. */
    boolean isSameModel(ModelSummary other) {
        return sha256.equals(other.sha256)
                || (coefficientsSha256 != null && coefficientsSha256.equals(other.coefficientsSha256));
    }

    private static void requireDigest(String name, String digest) {
        if (digest != null) {
            Sha256.require(name, digest);
        }
    }
}
