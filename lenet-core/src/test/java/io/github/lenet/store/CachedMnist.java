package io.github.lenet.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MNIST itself, on a machine that has ever trained on it; .ci/run has, by the time of the tests. */
public final class CachedMnist {

    private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".cache", "lenet", "datasets", "mnist");

    private CachedMnist() {}

    /** The data set; the test that asks is skipped where it is not in the cache of this user. */
    public static LocatedDataset open() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "MNIST is not in the cache of this user");
        return LocatedDataset.open("mnist", FOLDER);
    }
}
