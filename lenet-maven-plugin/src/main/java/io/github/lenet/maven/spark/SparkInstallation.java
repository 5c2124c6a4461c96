package io.github.lenet.maven.spark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Apache Spark of this machine.
 *
 * @param submit the program {@code spark-submit}
 * @param home folder of the installation; null if it is not known, because the program was found on the {@code PATH}
 *     and lies in no installation
 */
public record SparkInstallation(Path submit, @Nullable Path home) {

    private static final String SCRIPT =
            System.getProperty("os.name").startsWith("Windows") ? "spark-submit.cmd" : "spark-submit";

    private static final Pattern CORE = Pattern.compile("spark-core_\\d+\\.\\d+-((\\d{1,4})\\.(\\d{1,4})\\..*)\\.jar");

    private static final int OLDEST_MAJOR = 3;

    /** Of the oldest major version. */
    private static final int OLDEST_MINOR = 5;

    /**
     * Finds the installation: the folder that the POM names, that of {@code SPARK_HOME}, or the one of the program on
     * the {@code PATH}.
     *
     * @param sparkHome the folder that the POM names, or null
     * @param environment variables of this process
     * @return the installation
     * @throws InvalidParameterException if there is none, or it is too old
     * @throws IOException if it cannot be looked at
     */
    public static SparkInstallation find(@Nullable Path sparkHome, Map<String, String> environment) throws IOException {
        var variable = environment.getOrDefault("SPARK_HOME", "");
        if (sparkHome != null) {
            return in(sparkHome, "");
        }
        if (!variable.isEmpty()) {
            return in(Path.of(variable), " (from the variable SPARK_HOME)");
        }
        var found = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, SCRIPT))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException(
                        "executor",
                        "spark",
                        "needs an Apache Spark 3.5 or newer on this machine: name its folder in <sparkHome> or in the"
                                + " variable SPARK_HOME, or put its spark-submit on the PATH"));
        var folder = Optional.ofNullable(found.toRealPath().getParent()).map(Path::getParent);
        return folder.isPresent() && Files.isDirectory(folder.get().resolve("jars"))
                ? in(folder.get(), " (from the PATH)")
                : new SparkInstallation(found, null);
    }

    private static SparkInstallation in(Path folder, String origin) throws IOException {
        var home = folder.toAbsolutePath();
        var submit = home.resolve("bin").resolve(SCRIPT);
        if (!Files.isRegularFile(submit)) {
            throw new InvalidParameterException(
                    "sparkHome", folder, format("is no folder of an Apache Spark: there is no %s%s", submit, origin));
        }
        var version = version(home.resolve("jars"));
        if (version.isPresent() && isTooOld(version.get())) {
            throw new InvalidParameterException(
                    "sparkHome",
                    folder,
                    format(
                            "has Spark %s, but it must be 3.5 or newer%s",
                            version.get().group(1), origin));
        }
        return new SparkInstallation(submit, home);
    }

    private static Optional<MatchResult> version(Path jars) throws IOException {
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        try (var files = Files.list(jars)) {
            return files.map(file -> CORE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(Matcher::toMatchResult)
                    .findFirst();
        }
    }

    private static boolean isTooOld(MatchResult version) {
        var major = Integer.parseInt(version.group(2));
        return major < OLDEST_MAJOR || (major == OLDEST_MAJOR && Integer.parseInt(version.group(3)) < OLDEST_MINOR);
    }

    /**
     * Where the configuration of this installation is.
     *
     * @param environment variables of this process
     * @return its file {@code spark-defaults.conf}, which need not exist; empty if nobody knows where it would be
     */
    Optional<Path> defaults(Map<String, String> environment) {
        var folder = environment.getOrDefault("SPARK_CONF_DIR", "");
        if (!folder.isEmpty()) {
            return Optional.of(Path.of(folder, "spark-defaults.conf"));
        }
        return Optional.ofNullable(home).map(found -> found.resolve("conf").resolve("spark-defaults.conf"));
    }
}
