package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTimestampTest {

    private final MavenProject project = new MavenProject();

    @Test
    void isEmptyWhereThePomSaysNothing() {
        assertThat(OutputTimestamp.of(project)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T00:00:00Z", "1795219200", "0"})
    void isWhatThePomSays(String timestamp) {
        project.getProperties().setProperty("project.build.outputTimestamp", timestamp);

        assertThat(OutputTimestamp.of(project)).contains(timestamp);
    }

    /** One is what somebody writes to switch it off, the other is the value in the super POM of Maven 4. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1980-02-01T00:00:00Z"})
    void isEmptyWhereNobodyAsksForTheSameFiles(String timestamp) {
        project.getProperties().setProperty("project.build.outputTimestamp", timestamp);

        assertThat(OutputTimestamp.of(project)).isEmpty();
    }
}
