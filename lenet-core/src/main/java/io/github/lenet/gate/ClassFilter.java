package io.github.lenet.gate;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.text.Composed;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which classes a rule looks at, by their names.
 *
 * @param parameter the POM element of the rule, for the message of an error
 * @param includes the classes to look at; empty for all
 * @param excludes those of them to leave out
 */
record ClassFilter(String parameter, List<String> includes, List<String> excludes) {

    ClassFilter {
        includes = Composed.of(includes);
        excludes = Composed.of(excludes);
    }

    /** The labels of the chosen classes; throws if a name is unknown or no class is left. */
    List<Integer> labels(List<String> classNames) {
        includes.forEach(name -> requireKnown("includes", name, classNames));
        excludes.forEach(name -> requireKnown("excludes", name, classNames));
        var labels = IntStream.range(0, classNames.size())
                .filter(label -> includes.isEmpty() || includes.contains(classNames.get(label)))
                .filter(label -> !excludes.contains(classNames.get(label)))
                .boxed()
                .toList();
        if (labels.isEmpty()) {
            throw new InvalidParameterException(
                    parameter + "/excludes", String.join(", ", excludes), "must leave at least one class to check");
        }
        return labels;
    }

    private void requireKnown(String element, String name, List<String> classNames) {
        if (!classNames.contains(name)) {
            throw InvalidParameterException.unknown(parameter + "/" + element, name, classNames);
        }
    }
}
