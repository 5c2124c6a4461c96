package io.github.lenet.maven.verify;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.model.InvalidParameterException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@code <rule>} of the POM, into which Maven writes its elements. What they mean is for the gate to say. */
public final class RuleConfiguration {

  private String confidence;

  private String confidenceMethod;

  private String element;

  private List<String> excludes;

  private List<String> includes;

  private String k;

  private String maximum;

  private String metric;

  private String minimum;

  /**
   * Reads what the POM demands of a model.
   *
   * @param minimumAccuracy the short form of a rule, or null
   * @param rules the rules, or null
   * @return every limit that they set; empty if there is none
   * @throws InvalidParameterException if one of them is wrong; it names the element
   */
  public static List<Rule> read(String minimumAccuracy, List<RuleConfiguration> rules) {
    var shortForm = Stream.ofNullable(minimumAccuracy).map(Rule::minimumAccuracy);
    return Stream.concat(shortForm, readList("rules", rules)).toList();
  }

  /** Reads the list of rules at some place of the POM. */
  static Stream<Rule> readList(String path, List<RuleConfiguration> rules) {
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
        .maximum(maximum)
        .confidence(confidence)
        .confidenceMethod(confidenceMethod)
        .rules()
        .stream();
  }
}
