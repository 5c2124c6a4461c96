package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.json.Json;
import io.github.lenet.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where two models differ that were trained from the same description, and says it in words. */
public final class ArchiveComparison {

    private ArchiveComparison() {}

    /**
     * Compares two models part by part, in the order in which a difference explains the next ones.
     *
     * @param original the model that there was
     * @param repetition the model of the repeated training
     * @return the first difference in each part that has one: the description, the parameters, the state of the
     *     optimiser and the network's configuration; empty if all of them are the same to the bit
     */
    public static List<String> differences(ModelArchive original, ModelArchive repetition) {
        var differences = new ArrayList<String>();
        // Where the inputs differ, so does what follows from them, such as the fingerprint.
        var inputs = original.description()
                .inputs()
                .differences(repetition.description().inputs());
        inputs.stream()
                .findFirst()
                .or(() -> firstDifference("", tree(original.description()), tree(repetition.description())))
                .ifPresent(differences::add);
        if (original.description().adaptedArchitecture().parameterCount()
                == repetition.state().parameters().length) {
            parameters(original, repetition).ifPresent(differences::add);
            if (original.state().updaterState() != null && repetition.state().updaterState() != null) {
                vector(
                                "number %d of the state of the optimiser",
                                original.state().updaterState(),
                                repetition.state().updaterState())
                        .ifPresent(differences::add);
            }
        }
        if (!original.configuration().equals(repetition.configuration())) {
            differences.add("configuration.json is another one");
        }
        return differences;
    }

    private static Object tree(ModelDescription description) {
        try {
            return Json.parse(Json.line(description), Map.class, "lenet.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks both trees, and stops at the first simple value that differs. */
    private static Optional<String> firstDifference(
            String key, @Nullable Object original, @Nullable Object repetition) {
        if (original instanceof Map<?, ?> first && repetition instanceof Map<?, ?> second) {
            var names = new TreeSet<String>();
            first.keySet().forEach(name -> names.add(name.toString()));
            second.keySet().forEach(name -> names.add(name.toString()));
            return names.stream()
                    .map(name ->
                            firstDifference(key.isEmpty() ? name : key + "." + name, first.get(name), second.get(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (original instanceof List<?> first && repetition instanceof List<?> second) {
            for (var i = 0; i < Math.min(first.size(), second.size()); i++) {
                var difference = firstDifference(key + "[" + i + "]", first.get(i), second.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return first.size() == second.size()
                    ? Optional.empty()
                    : Optional.of(format(
                            "%s of lenet.json has %d entries in the model, and %d in the repetition",
                            key, first.size(), second.size()));
        }
        return Objects.equals(original, repetition)
                ? Optional.empty()
                : Optional.of(format(
                        "%s of lenet.json is %s in the model, and %s in the repetition", key, original, repetition));
    }

    private static Optional<String> parameters(ModelArchive original, ModelArchive repetition) {
        var index = mismatch(original.state().parameters(), repetition.state().parameters());
        if (index < 0) {
            return Optional.empty();
        }
        var place = place(index, original.description().adaptedArchitecture().network());
        return Optional.of(difference(
                place, original.state().parameters()[index], repetition.state().parameters()[index]));
    }

    private static String place(int index, Network network) {
        for (var node = 0; node < network.nodes().size(); node++) {
            for (var slice : network.slices(node)) {
                if (index < slice.to()) {
                    var kind = slice.kind().name().toLowerCase(Locale.ROOT);
                    return format(
                            "parameter %d, which is number %d of the %s of %s,",
                            index,
                            index - slice.from(),
                            kind,
                            network.nodes().get(node).name());
                }
            }
        }
        throw new IllegalArgumentException("the network has no parameter " + index);
    }

    private static Optional<String> vector(String place, float[] original, float[] repetition) {
        var index = mismatch(original, repetition);
        return index < 0
                ? Optional.empty()
                : Optional.of(difference(format(place, index), original[index], repetition[index]));
    }

    /** By bits, so that 0 and -0 differ as they do in the file. */
    private static int mismatch(float[] original, float[] repetition) {
        for (var i = 0; i < original.length; i++) {
            if (Float.floatToRawIntBits(original[i]) != Float.floatToRawIntBits(repetition[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String difference(String place, float original, float repetition) {
        return format("%s is %s in the model, and %s in the repetition", place, original, repetition);
    }
}
