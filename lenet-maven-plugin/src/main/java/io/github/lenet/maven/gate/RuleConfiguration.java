package io.github.lenet.maven.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** A {@code <rule>} of the POM, into which Maven writes its elements. What they mean is for the gate to say. */
public final class RuleConfiguration {

    private @Nullable String confidence;

    private @Nullable String confidenceMethod;

    private @Nullable String element;

    private @Nullable List<String> excludes;

    private @Nullable List<String> includes;

    private @Nullable String k;

    private @Nullable String maximum;

    private @Nullable String metric;

    private @Nullable String minimum;

    private @Nullable String minimumImages;

    /**
     * Reads what the POM demands of a model.
     *
     * @param minimumAccuracy the short form of a rule, or null
     * @param rules the rules, or null
     * @return every limit that they set; empty if there is none
     * @throws InvalidParameterException if one of them is wrong; it names the element
     */
    public static List<Rule> read(@Nullable String minimumAccuracy, @Nullable List<RuleConfiguration> rules) {
        var shortForm = Stream.ofNullable(minimumAccuracy).map(Rule::minimumAccuracy);
        return Stream.concat(shortForm, readList("rules", rules)).toList();
    }

    /**
     * Reads what the POM demands of a model in another goal of the build.
     *
     * @param verification a {@code lenet:verify}, with the values that the POM gives it
     * @return every limit that it sets for the main evaluation; empty if there is none
     * @throws InvalidParameterException if one of them is wrong
     */
    public static List<Rule> of(ConfiguredGoal verification) {
        return read(verification.text("minimumAccuracy").orElse(null), of(verification.children("rules")));
    }

    /** Takes what Maven would write into each of these elements. */
    static List<RuleConfiguration> of(List<Xpp3Dom> rules) {
        return rules.stream().map(RuleConfiguration::of).toList();
    }

    private static RuleConfiguration of(Xpp3Dom rule) {
        var configuration = new RuleConfiguration();
        configuration.confidence = text(rule, "confidence");
        configuration.confidenceMethod = text(rule, "confidenceMethod");
        configuration.element = text(rule, "element");
        configuration.excludes = texts(rule, "excludes");
        configuration.includes = texts(rule, "includes");
        configuration.k = text(rule, "k");
        configuration.maximum = text(rule, "maximum");
        configuration.metric = text(rule, "metric");
        configuration.minimum = text(rule, "minimum");
        configuration.minimumImages = text(rule, "minimumImages");
        return configuration;
    }

    private static @Nullable String text(Xpp3Dom rule, String name) {
        return rule.getChild(name) == null ? null : rule.getChild(name).getValue();
    }

    /** Elements, or one text with commas, as Maven itself takes a list. */
    private static @Nullable List<String> texts(Xpp3Dom rule, String name) {
        var list = rule.getChild(name);
        if (list == null) {
            return null;
        }
        return list.getChildCount() == 0 && list.getValue() != null
                ? List.of(list.getValue().split(","))
                : Arrays.stream(list.getChildren()).map(Xpp3Dom::getValue).toList();
    }

    /** Reads the list of rules at some place of the POM. */
    static Stream<Rule> readList(String path, @Nullable List<RuleConfiguration> rules) {
        return rules == null
                ? Stream.empty()
                : IntStream.range(0, rules.size())
                        .boxed()
                        .flatMap(index -> rules.get(index).read(format("%s/rule[%d]", path, index + 1)));
    }

    private Stream<Rule> read(String path) {
        return new RuleDefinition(path)
                        .metric(metric)
                        .k(k)
                        .element(element)
                        .includes(includes)
                        .excludes(excludes)
                        .minimum(minimum)
                        .minimumImages(minimumImages)
                        .maximum(maximum)
                        .confidence(confidence)
                        .confidenceMethod(confidenceMethod)
                        .rules()
                        .stream();
    }
}
