package io.github.lenet.maven.spark;

import io.github.lenet.parameter.InvalidParameterException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the POM says about Apache Spark.
 *
 * @param home folder of the Spark on this machine, or null to look for it
 * @param master the cluster, such as {@code spark://host:7077}; null for that of the configuration
 * @param conf properties of Spark, which win over those of its configuration
 */
public record SparkOptions(@Nullable Path home, @Nullable String master, Map<String, String> conf) {

    private static final String DEPLOY_MODE = "spark.submit.deployMode";

    /**
     * Checks the properties.
     *
     * @throws InvalidParameterException if one is not of Spark, has no value, or sends the driver away
     */
    public SparkOptions {
        var checked = new TreeMap<String, String>();
        conf.forEach((name, written) -> {
            // Maven gives null for an element without a text.
            var value = Objects.requireNonNullElse(written, "").strip();
            var element = "sparkConf/" + name;
            if (!name.startsWith("spark.")) {
                throw new InvalidParameterException(
                        element, value, "is no property of Spark, whose names begin with spark.");
            }
            if (value.isEmpty()) {
                throw new InvalidParameterException(element, value, "has no value");
            }
            if (name.equals(DEPLOY_MODE) && !value.equals("client")) {
                throw new InvalidParameterException(
                        element,
                        value,
                        "must be client: the search runs on this machine, and its trials on the cluster");
            }
            checked.put(name, value);
        });
        conf = Map.copyOf(checked);
    }
}
