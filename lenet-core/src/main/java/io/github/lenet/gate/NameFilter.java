package io.github.lenet.gate;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.text.Composed;
import io.github.lenet.text.English;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which classes or slices a rule looks at, by their names. In the name of a slice, a {@code *} stands for any text.
 *
 * @param parameter the POM element of the rule, for the message of an error
 * @param element what the names are names of
 * @param includes what to look at; empty for all
 * @param excludes what of it to leave out
 */
record NameFilter(String parameter, Element element, List<String> includes, List<String> excludes) {

    NameFilter {
        includes = Composed.of(includes);
        excludes = Composed.of(excludes);
    }

    /** The indices of the chosen names; throws if one of the filter is unknown or nothing is left. */
    List<Integer> chosen(List<String> names) {
        includes.forEach(wanted -> requireKnown("includes", wanted, names));
        excludes.forEach(unwanted -> requireKnown("excludes", unwanted, names));
        var chosen = IntStream.range(0, names.size())
                .filter(index -> includes.isEmpty() || anyMatches(includes, names.get(index)))
                .filter(index -> !anyMatches(excludes, names.get(index)))
                .boxed()
                .toList();
        if (chosen.isEmpty()) {
            throw new InvalidParameterException(
                    parameter + "/excludes",
                    String.join(", ", excludes),
                    "must leave at least one " + element.id() + " to check");
        }
        return chosen;
    }

    private boolean anyMatches(List<String> wanted, String name) {
        return wanted.stream().anyMatch(text -> matches(text, name));
    }

    private boolean matches(String wanted, String name) {
        return element == Element.SLICE ? pattern(wanted).matcher(name).matches() : wanted.equals(name);
    }

    private static Pattern pattern(String wanted) {
        return Pattern.compile(
                Arrays.stream(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private void requireKnown(String list, String wanted, List<String> names) {
        if (names.stream().anyMatch(name -> matches(wanted, name))) {
            return;
        }
        throw element == Element.SLICE
                ? new InvalidParameterException(
                        parameter + "/" + list, wanted, "is no slice; known are " + English.list(names))
                : InvalidParameterException.unknown(parameter + "/" + list, wanted, names);
    }
}
