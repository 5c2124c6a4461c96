package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What GitHub runs: a mistake in these files shows there alone, as a workflow that does not start. */
class WorkflowsTest {

    private static final Path FOLDER = Path.of("..", ".github", "workflows");

    static Stream<Path> workflows() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyStepRunsSomething(Path workflow) throws IOException {
        assertThat(jobs(workflow)).isNotEmpty();
        for (var job : jobs(workflow).values()) {
            assertThat(job).containsKey("runs-on");
            assertThat((List<?>) job.get("steps"))
                    .isNotEmpty()
                    .allMatch(step -> ((Map<?, ?>) step).containsKey("run") != ((Map<?, ?>) step).containsKey("uses"));
        }
    }

    @Test
    void theOldestTheNewestAndTheComingMavenRunOnEveryJdkThatIsPromised() throws Exception {
        var strategy =
                (Map<?, ?>) jobs(FOLDER.resolve("build.yml")).get("matrix").get("strategy");

        assertThat(strategy.get("matrix"))
                .isEqualTo(Map.of(
                        "maven",
                        List.of(
                                property("maven.api.version"),
                                property("maven.test.version"),
                                property("maven.coming.version")),
                        "java",
                        List.of("17", "21", "25")));
    }

    private static String property(String name) throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("../pom.xml"));
        return XPathFactory.newInstance().newXPath().evaluate("/project/properties/" + name, pom);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> jobs(Path workflow) throws IOException {
        try (var in = Files.newBufferedReader(workflow)) {
            // Without duplicate keys, of which GitHub takes none either.
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var content = (Map<String, Object>) new Yaml(new SafeConstructor(options)).load(in);
            return (Map<String, Map<String, Object>>) content.get("jobs");
        }
    }
}
