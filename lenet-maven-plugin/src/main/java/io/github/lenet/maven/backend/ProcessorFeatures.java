package io.github.lenet.maven.backend;

import io.github.lenet.maven.command.ExternalCommand;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What this machine's processor can do. Native code that asks for more ends its process: illegal instruction. */
final class ProcessorFeatures {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<String> AVX2 = List.of("avx2", "fma", "f16c");

    /** What ND4J's build tells the compiler that it may use. */
    private static final List<String> AVX512 =
            List.of("avx2", "fma", "f16c", "avx512f", "avx512vl", "avx512bw", "avx512dq", "avx512cd");

    private ProcessorFeatures() {}

    /**
     * Reads the features of this machine.
     *
     * @return their names as Linux spells them, or empty if the system does not say
     */
    static Optional<Set<String>> ofThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            try {
                return fromLinux(Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        if (system.startsWith("mac")) {
            return ExternalCommand.run(PATIENCE, "sysctl", "-n", "machdep.cpu.features", "machdep.cpu.leaf7_features")
                    .filter(result -> result.status() == 0)
                    .map(result -> fromMac(result.output()));
        }
        return Optional.empty();
    }

    /** Reads {@code /proc/cpuinfo}. */
    static Optional<Set<String>> fromLinux(String text) {
        return text.lines()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .map(line -> words(line.substring(line.indexOf(':') + 1)));
    }

    /** Reads what {@code sysctl} prints; macOS writes {@code AVX1.0} and {@code AVX2} in capitals. */
    static Set<String> fromMac(String text) {
        return words(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Refuses native libraries that this processor cannot run.
     *
     * @param classifier the libraries
     * @param features what the processor can do
     * @throws InvalidParameterException if they need more
     */
    static void require(String classifier, Set<String> features) {
        var missing = new TreeSet<>(needed(classifier));
        missing.removeAll(features);
        if (!missing.isEmpty()) {
            throw new InvalidParameterException(
                    "backendClassifier",
                    classifier,
                    "needs a processor with " + String.join(", ", missing)
                            + ", which this one lacks; the native code would crash. Leave <backendClassifier> out for libraries that"
                            + " run on every processor");
        }
    }

    /** What the compiler was allowed to use for a variant; the others run on every processor of their platform. */
    static List<String> needed(String classifier) {
        if (classifier.endsWith("avx512")) {
            return AVX512;
        }
        return classifier.endsWith("avx2") ? AVX2 : List.of();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
