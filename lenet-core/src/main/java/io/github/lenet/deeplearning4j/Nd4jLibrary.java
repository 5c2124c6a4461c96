package io.github.lenet.deeplearning4j;

import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/** The library of ND4J that is to compute, by its coordinates; it has to be the one that does. */
final class Nd4jLibrary {

    private Nd4jLibrary() {}

    /**
     * Looks whether the class path and this machine give what a training was asked to compute with: ND4J itself takes
     * whatever it finds, and the model would say otherwise.
     *
     * @param coordinates group, artifact and version, and a classifier or none
     * @throws InvalidParameterException if ND4J computes with something else
     */
    static void require(String coordinates) {
        var parts = coordinates.split(":", -1);
        var version = parts.length < 3 ? null : version(parts[0], parts[1]);
        if (version == null) {
            throw problem(
                    coordinates,
                    "the class path of the training holds no such library; build again, and if it stays, report it");
        }
        if (!version.equals(parts[2])) {
            throw problem(
                    coordinates,
                    "the class path of the training holds version " + version
                            + " of it; take that library out of the <dependencies> of the plugin");
        }
        if (Nd4j.getEnvironment().isCPU()) {
            throw problem(
                    coordinates,
                    "ND4J cannot use it on this machine, and would compute with "
                            + Nd4j.getBackend().getClass().getSimpleName()
                            + "; set <backend>cpu</backend> (-Dlenet.backend=cpu) to train on the processor");
        }
    }

    private static InvalidParameterException problem(String coordinates, String reason) {
        return new InvalidParameterException("backend", coordinates, reason);
    }

    /** The version of the library that is first on the class path, or null without one. */
    private static @Nullable String version(String group, String artifact) {
        var file = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (var in = Nd4jLibrary.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            return null;
        }
    }
}
