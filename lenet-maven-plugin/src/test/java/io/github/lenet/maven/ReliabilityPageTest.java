package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reliability.md names the test of each promise; here, that there is such a test. */
class ReliabilityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern INTEGRATION_TESTS =
            Pattern.compile("integration tests? `([\\w-]+)`(?: and `([\\w-]+)`)?");

    @Test
    void everyTestOfThePageExists() throws IOException {
        assertThat(names(TEST)).isNotEmpty();
        assertThat(sources()).containsAll(names(TEST));
    }

    @Test
    void soDoesEveryIntegrationTest() throws IOException {
        assertThat(names(INTEGRATION_TESTS))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of("src", "it", name)).isDirectory());
    }

    private static List<String> names(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE).replace('\n', ' '))
                .results()
                .flatMap(match -> Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                        .map(match::group))
                .filter(name -> name != null)
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (var core = Files.walk(Path.of("..", "lenet-core", "src", "test", "java"));
                var plugin = Files.walk(Path.of("src", "test", "java"));
                var spark = Files.walk(Path.of("..", "lenet-spark", "src", "test", "java"))) {
            return Stream.of(core, plugin, spark)
                    .flatMap(files -> files)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }
}
