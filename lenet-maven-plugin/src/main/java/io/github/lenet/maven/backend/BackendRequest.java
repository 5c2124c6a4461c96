package io.github.lenet.maven.backend;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.TrainingInputs;
import java.util.List;

/**
 * What the POM says about the libraries to compute with.
 *
 * @param name {@code cpu}, {@code cuda} or {@code auto}
 * @param classifier variant of ND4J's native libraries, or null for none with {@code cpu}, and the usual one of the
 *     machine with {@code cuda}
 * @param cudaRedist whether NVIDIA's own libraries come with the backend {@code cuda}
 */
public record BackendRequest(String name, String classifier, boolean cudaRedist) {

    /** Takes the graphics card where there is a usable one. */
    static final String AUTO = "auto";

    static final String CPU = "cpu";

    static final String CUDA = "cuda";

    private static final List<String> NAMES = List.of(CPU, CUDA, AUTO);

    /**
     * Refuses what cannot be meant, before anything is looked at or downloaded.
     *
     * @throws InvalidParameterException if the backend is unknown, or is more than one
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
        if (classifier != null && name.equals(AUTO)) {
            throw new InvalidParameterException(
                    "backendClassifier",
                    classifier,
                    "belongs to one backend, but <backend>auto</backend> may take either;" + " set <backend>" + CPU
                            + "</backend> or <backend>" + CUDA + "</backend>");
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

    /** Whether the arithmetic is Java and no native library is asked for, so that any machine will do. */
    boolean isJavaKernels() {
        return name.equals(CPU) && classifier == null;
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
            case CUDA -> classifier == null ? Backend.library(CUDA) : Backend.library(CUDA) + ":" + classifier;
            default -> throw new IllegalStateException(name + " has no arithmetic of its own");
        };
    }
}
