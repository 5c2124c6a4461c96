package io.github.lenet.maven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.search.SearchSpace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierSpaceTest {

    private static final SearchSpace SPACE = SearchSpace.parse("batchSize=32,64; learningRate=0.001..0.01 log");

    @TempDir
    Path folder;

    @Test
    void theFirstSearchAndOneThatGoesOnHaveNothingToSay() throws IOException {
        assertThat(EarlierSpace.replaceIn(folder, SPACE)).isEmpty();
        assertThat(EarlierSpace.replaceIn(folder, SearchSpace.parse("learningRate=1e-3 .. .01 log;batchSize=32, 64")))
                .isEmpty();
    }

    @Test
    void anotherSpaceIsNamedOnce() throws IOException {
        EarlierSpace.replaceIn(folder, SearchSpace.parse("batchSize=32,64"));

        assertThat(EarlierSpace.replaceIn(folder, SPACE))
                .isEqualTo("The space has changed, so this is a new search: it was batchSize=32, 64, and is"
                        + " batchSize=32, 64; learningRate=0.001..0.01 log");
        assertThat(EarlierSpace.replaceIn(folder, SPACE)).isEmpty();
    }
}
