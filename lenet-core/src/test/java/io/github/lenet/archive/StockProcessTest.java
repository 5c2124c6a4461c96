package io.github.lenet.archive;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.network.Architecture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens our archive as a user of Deeplearning4j would who has never heard of this project. */
class StockProcessTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheSameProbabilitiesInAProcessWithoutOurClasses() throws Exception {
        for (var architecture : Architecture.names()) {
            StockNetworks.archive(architecture).write(folder.resolve(architecture));
        }

        StockProcess.requireSameProbabilities(
                folder, Architecture.names(), SyntheticDigits.test(20, 3).pixels());
    }
}
