package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import io.github.lenet.maven.build.Builds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
@MojoParameter(name = "cacheDirectory", value = TrainedModel.CACHE)
class ExploreMojoTest {

    private static final String OUTPUT = "target/explore-mojo-test";

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("explore", "digits", "");
    }

    @Test
    @InjectMojo(goal = "explore")
    @MojoParameter(name = "skip", value = "true")
    void skips(ExploreMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:explore: lenet.skip is set");
    }

    @Test
    @InjectMojo(goal = "explore")
    @MojoParameter(name = "dataset", value = "my-digits")
    void asksForTheFilesOfAnUnknownDataSet(ExploreMojo mojo) {
        mojo.setLog(log.log());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<dataset>my-digits</dataset> is unknown");
    }

    @Test
    @InjectMojo(goal = "explore")
    @MojoParameter(name = "dataset", value = "my-digits")
    @MojoParameter(name = "dataDirectory", value = OUTPUT + "/data")
    @MojoParameter(name = "outputDirectory", value = OUTPUT)
    void writesNumbersAndAPage(ExploreMojo mojo) throws Exception {
        SyntheticDigits.write(Path.of(OUTPUT, "data"), 60, 20, 7);
        mojo.setLog(log.log());

        mojo.execute();

        var page = Path.of(OUTPUT, "explore", "index.html");
        assertThat(log.lines("info"))
                .contains("Images: 28 x 28 pixels in 10 classes")
                .contains("Leaks: no test image stands in the training images")
                .last()
                .satisfies(line -> assertThat(line).startsWith("Page: ").endsWith(page.toString()));
        assertThat(Files.readString(page)).contains("<h1>my-digits</h1>");
        Map<?, ?> numbers = Json.read(page.resolveSibling("exploration.json"), Map.class);
        assertThat(numbers.get("schemaVersion")).isEqualTo(1);
        assertThat(numbers.keySet().stream().map(String::valueOf)).contains("dataset", "splits", "classes", "leaked");
    }
}
