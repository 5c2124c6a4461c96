package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.OmitEmpty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which model answered. A model of this project is known by its architecture, one from elsewhere by the name of its
 * file; what nobody knows of it is null.
 *
 * @param kind what the answers come from: {@link #LENET}, {@link #ONNX} or {@link #PREDICTIONS}
 * @param name name of the file, of a model from elsewhere; null for a model of this project
 * @param sha256 digest of the file that the answers come from, 64 hexadecimal digits
 * @param architecture name of the network, such as {@code lenet5}
 * @param parameters number of its trained parameters
 * @param bytes size of the file of the model
 * @param coefficientsSha256 digest of the trained parameters alone, {@code coefficients.bin}, the same in each copy of
 *     the model
 * @param resourceSha256 digest of the copy that the module's jar holds
 * @param configuration of an ONNX file: how its network takes images, and what its outputs are, by the names of the
 *     parameters in the POM; empty for any other model
 */
public record ModelSummary(
        @OmitEmpty @Nullable String kind,
        @OmitEmpty @Nullable String name,
        String sha256,
        @OmitEmpty @Nullable String architecture,
        @OmitEmpty @Nullable Integer parameters,
        @OmitEmpty @Nullable Long bytes,
        @OmitEmpty @Nullable String coefficientsSha256,
        @OmitEmpty @Nullable String resourceSha256,
        @OmitEmpty Map<String, String> configuration) {

    /** A model archive that {@code lenet:train} wrote. */
    public static final String LENET = "lenet";

    /** An ONNX file. */
    public static final String ONNX = "onnx";

    /** A file that lists predictions; the model itself is not at hand. */
    public static final String PREDICTIONS = "predictions";

    private static final List<String> KINDS = List.of(LENET, ONNX, PREDICTIONS);

    /**
     * Checks that what must be known is known. A file that was written before there was a second kind names none, and
     * is about a model of this project.
     *
     * @throws IllegalArgumentException if the kind is unknown, something that every model of the kind has is missing, a
     *     digest is none, or a size is negative
     */
    public ModelSummary {
        kind = Objects.requireNonNullElse(kind, LENET);
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind is " + kind + ", but must be one of " + String.join(", ", KINDS));
        }
        if (kind.equals(LENET)) {
            Objects.requireNonNull(architecture, "architecture is missing");
            Objects.requireNonNull(parameters, "parameters is missing");
            Objects.requireNonNull(bytes, "bytes is missing");
        } else {
            Objects.requireNonNull(name, "name is missing");
        }
        Sha256.require("sha256", Objects.requireNonNull(sha256, "sha256 is missing"));
        requireDigest("coefficientsSha256", coefficientsSha256);
        requireDigest("resourceSha256", resourceSha256);
        if ((parameters != null && parameters < 0) || (bytes != null && bytes < 0)) {
            throw new IllegalArgumentException(format("a model has no %d parameters in %d bytes", parameters, bytes));
        }
        // In the order in which a file shows them.
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    }

    /**
     * A model of this project of which no more is known than its file.
     *
     * @param sha256 digest of the archive file, 64 hexadecimal digits
     * @param architecture name of the network
     * @param parameters number of its trained parameters
     * @param bytes size of the archive file
     */
    public ModelSummary(String sha256, String architecture, int parameters, long bytes) {
        this(LENET, null, sha256, architecture, parameters, bytes, null, null, Map.of());
    }

    /**
     * A model from elsewhere that is known only by the file of its predictions.
     *
     * @param name name of the file, the same on every machine
     * @param sha256 digest of the file, 64 hexadecimal digits
     * @return the summary, without the size of the model
     */
    public static ModelSummary ofPredictions(String name, String sha256) {
        return new ModelSummary(PREDICTIONS, name, sha256, null, null, null, null, null, Map.of());
    }

    /**
     * The same model, with the copy that the module's jar holds.
     *
     * @param sha256 digest of that file, or null if there is none
     * @return the summary of both
     */
    public ModelSummary packagedAs(@Nullable String sha256) {
        return new ModelSummary(
                kind, name, this.sha256, architecture, parameters, bytes, coefficientsSha256, sha256, configuration);
    }

    /**
     * What to call the model before people.
     *
     * @return its architecture, or the name of its file
     */
    public String title() {
        return Objects.requireNonNullElseGet(architecture, () -> Objects.requireNonNull(name, "required without"));
    }

    /**
     * Whether both have learnt the same, in the same file or in another copy of it.
     *
     * @param other another model
     * @return true if a digest of both is the same
     */
    public boolean isSameModel(ModelSummary other) {
        return sha256.equals(other.sha256)
                || (coefficientsSha256 != null && coefficientsSha256.equals(other.coefficientsSha256));
    }

    private static void requireDigest(String name, @Nullable String digest) {
        if (digest != null) {
            Sha256.require(name, digest);
        }
    }
}
