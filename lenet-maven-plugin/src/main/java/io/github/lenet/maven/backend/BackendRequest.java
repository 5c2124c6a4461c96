package io.github.lenet.maven.backend;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.TrainingInputs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the POM says about the libraries to compute with.
 *
 * @param name {@code cpu}, {@code cuda} or {@code auto}
 * @param classifier variant of ND4J's native libraries, only with {@code cuda}; null for the usual one of the machine
 * @param cudaRedist whether NVIDIA's own libraries come with the backend {@code cuda}
 */
public record BackendRequest(String name, @Nullable String classifier, boolean cudaRedist) {

    /** Takes the graphics card where there is a usable one. */
    static final String AUTO = "auto";

    static final String CPU = "cpu";

    static final String CUDA = "cuda";

    private static final List<String> NAMES = List.of(CPU, CUDA, AUTO);

    /**
     * Checks the request, before the machine is looked at or anything is downloaded.
     *
     * @throws InvalidParameterException if the backend is unknown, or is more than one, or has no variants
     */
    public BackendRequest {
        if (name.contains(",") || name.strip().contains(" ")) {
            throw new InvalidParameterException(
                    "backend",
                    name,
                    "names more than one, and a training has one: " + CPU + " or " + CUDA + ", or " + AUTO
                            + ", which takes the graphics card where there is a usable one");
        }
        if (!NAMES.contains(name)) {
            throw InvalidParameterException.unknown("backend", name, NAMES);
        }
        if (classifier != null && !name.equals(CUDA)) {
            throw new InvalidParameterException(
                    "backendClassifier",
                    classifier,
                    "is only for <backend>" + CUDA + "</backend>: <backend>" + name + "</backend> "
                            + (name.equals(AUTO) ? "may take" : "takes")
                            + " the processor, which needs no native library; leave it out");
        }
    }

    /**
     * Whether the machine is to choose.
     *
     * @return true for {@code auto}
     */
    public boolean isAuto() {
        return name.equals(AUTO);
    }

    /**
     * The backend for a network that no graphics card can train.
     *
     * @param reason what speaks against the card, continuing a sentence about it: {@code trains on grey images alone}
     * @return the processor
     * @throws InvalidParameterException if the request is for the graphics card and nothing else
     */
    public BackendRequest withoutCard(String reason) {
        if (name.equals(CUDA)) {
            throw new InvalidParameterException(
                    "backend",
                    name,
                    reason + "; set <backend>" + CPU + "</backend> (-Dlenet.backend=" + CPU + ") to train on the"
                            + " processor, or leave <backend> out");
        }
        return new BackendRequest(CPU, null, false);
    }

    /**
     * What computes on this backend, as far as it decides the bits of a model. Downloads nothing, and does not ask
     * whether this machine could use it.
     *
     * @return Java's own arithmetic for the processor; for {@code cuda} the coordinates of the library
     * @throws IllegalStateException if this is {@code auto}, which leaves the choice to the machine
     */
    public String arithmetic() {
        return switch (name) {
            case CPU -> TrainingInputs.KERNELS;
            case CUDA -> classifier == null ? Backend.cudaLibrary() : Backend.cudaLibrary() + ":" + classifier;
            default -> throw new IllegalStateException(name + " has no arithmetic of its own");
        };
    }
}
