package io.github.lenet.maven.backend;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The variants of ND4J's native libraries that are published for a backend and a platform. */
final class NativeClassifiers {

    private NativeClassifiers() {}

    /**
     * The published variants.
     *
     * @param backend {@code cpu} or {@code cuda}
     * @param platform operating system and processor
     * @return the default first; empty if the backend does not exist there
     */
    static List<String> of(String backend, String platform) {
        var line = Resources.properties("classifiers.properties").getProperty(backend + "." + platform);
        return line == null ? List.of() : Arrays.asList(line.trim().split("\\s+"));
    }

    /** The platforms that a backend is published for, in alphabetical order. */
    static List<String> platforms(String backend) {
        var prefix = backend + ".";
        return new TreeSet<>(Resources.properties("classifiers.properties").stringPropertyNames())
                .stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(prefix.length()))
                        .toList();
    }

    /**
     * Chooses a variant.
     *
     * @param backend a backend that exists on the platform
     * @param platform operating system and processor
     * @param wanted value of {@code backendClassifier}, or null for the default
     * @return the classifier
     * @throws InvalidParameterException if no such variant is published for this machine
     */
    static String choose(String backend, String platform, String wanted) {
        var known = of(backend, platform);
        if (wanted == null) {
            return known.get(0);
        }
        if (!known.contains(wanted)) {
            throw new InvalidParameterException(
                    "backendClassifier",
                    wanted,
                    "is not published for the backend " + backend + " on this machine; known are "
                            + String.join(", ", known));
        }
        return wanted;
    }
}
