package io.github.lenet.maven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.gate.Metric;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.store.PictureOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/gates.md shows and lists. */
class GatesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "gates.md");
    private static final DatasetOptions MNIST = new DatasetOptions(
            "mnist", null, PictureOptions.DEFAULT, new CacheDirectory(Path.of("cache"), false), List.of());
    private static final Pattern RULES = Pattern.compile("(?s)```xml\\s+(<configuration>|<rule>).*?```");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    static Stream<String> examples() throws IOException {
        return RULES.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("```(xml)?|</?configuration>", ""));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleCanBeUsed(String example) throws Exception {
        var configured =
                Configured.from(example.strip().startsWith("<rule>") ? "<rules>" + example + "</rules>" : example);

        var rules = RuleConfiguration.read(null, configured.rules());
        var evaluations = EvaluationConfiguration.read(configured.evaluations(), MNIST);

        assertThat(rules.size() + evaluations.size()).isPositive();
    }

    @Test
    void theTableHoldsEveryMetric() throws IOException {
        assertThat(names())
                .containsAll(Arrays.stream(Metric.values()).map(Metric::id).toList());
    }

    @Test
    void everyKeyOfTheSchemaIsExplained() throws IOException {
        var keys = new TreeSet<String>();
        try (var in = EvaluationReport.class.getResourceAsStream("evaluation.schema.json")) {
            collectKeys(new ObjectMapper().readTree(in), keys);
        }

        assertThat(keys).contains("regressionPValue", "meanConfidence");
        assertThat(names()).containsAll(keys);
    }

    private static void collectKeys(JsonNode node, Set<String> keys) {
        if (node.path("properties").isObject()) {
            node.path("properties").fieldNames().forEachRemaining(keys::add);
        }
        node.forEach(child -> collectKeys(child, keys));
    }

    private static List<String> names() throws IOException {
        return NAME.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
