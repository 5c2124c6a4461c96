package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;

/** What the page tells the Maven build cache extension, against the descriptor of the plugin. */
class CachingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "caching.md");
    private static final Pattern RECONCILED = Pattern.compile("<reconcile propertyName=\"(\\w+)\"");

    /** Parameters of the training without any effect on what a build publishes. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "cacheDirectory",
            "cachedModels",
            "checkpointInterval",
            "cudaRedist",
            "debugForkedProcess",
            "forkedProcessTimeoutInSeconds",
            "jdkToolchain",
            "jvmArgs",
            "lockTimeout",
            "outputDirectory",
            "sourceServer",
            "sources",
            "threads",
            "trustCache");

    @Test
    void theBuildCacheComparesEveryParameterThatHasAnEffect() throws Exception {
        var expected = Builds.plugin().getMojo("train").getParameters().stream()
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .filter(name -> !WITHOUT_EFFECT.contains(name));

        assertThat(reconciled()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    private static List<String> reconciled() throws IOException {
        return RECONCILED
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
