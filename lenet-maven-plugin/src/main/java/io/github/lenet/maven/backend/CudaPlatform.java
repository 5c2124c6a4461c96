package io.github.lenet.maven.backend;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operating system on x86-64 that ND4J's libraries for CUDA are published for. */
enum CudaPlatform {
    LINUX("linux-x86_64", new Version("450.80.02")),
    WINDOWS("windows-x86_64", new Version("452.39"));

    private final String classifier;

    @SuppressWarnings("ImmutableEnumChecker") // A version does not change.
    private final Version oldestDriver;

    CudaPlatform(String classifier, Version oldestDriver) {
        this.classifier = classifier;
        this.oldestDriver = oldestDriver;
    }

    /**
     * Finds the platform of a JVM.
     *
     * @param osName value of the system property {@code os.name}
     * @param osArch value of the system property {@code os.arch}
     * @return the platform
     * @throws NoGraphicsCardException if ND4J has no libraries for CUDA there
     */
    static CudaPlatform of(String osName, String osArch) throws NoGraphicsCardException {
        if (osArch.equals("amd64")) {
            if (osName.equals("Linux")) {
                return LINUX;
            }
            if (osName.startsWith("Windows")) {
                return WINDOWS;
            }
        }
        var published = Arrays.stream(values()).map(CudaPlatform::classifier).collect(Collectors.joining(" and "));
        throw new NoGraphicsCardException("ND4J's libraries for CUDA exist for " + published
                + ", and this machine runs " + osName + " on " + osArch);
    }

    /** The classifier of the libraries that are published once for each platform. */
    String classifier() {
        return classifier;
    }

    /** The first driver that all of CUDA 11 runs on. */
    Version oldestDriver() {
        return oldestDriver;
    }

    /** The variants of ND4J's library that are published for this platform, the usual one first. */
    List<String> variants() {
        return List.of(classifier, classifier + "-cudnn");
    }

    /**
     * Chooses a variant of ND4J's library.
     *
     * @param wanted value of {@code backendClassifier}, or null for the usual one
     * @return the classifier of the library
     * @throws InvalidParameterException if no such variant is published for this platform
     */
    String variant(@Nullable String wanted) {
        if (wanted == null) {
            return classifier;
        }
        if (!variants().contains(wanted)) {
            throw new InvalidParameterException(
                    "backendClassifier",
                    wanted,
                    "is not published for this machine; known are " + String.join(", ", variants()));
        }
        return wanted;
    }
}
