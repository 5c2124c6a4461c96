package io.github.lenet.benchmark;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.store.DatasetRequest;
import io.github.lenet.store.DatasetStore;
import io.github.lenet.store.DownloadListener;
import io.github.lenet.store.DownloadProgress;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.store.PictureOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** MNIST from the user's cache; downloaded into it, as {@code lenet:train} does, where it is not there yet. */
final class Mnist {

    private Mnist() {}

    /**
     * Finds it.
     *
     * @param settings where the cache is
     * @return the four files
     * @throws IOException if it cannot be had; the message says what to do
     */
    static LocatedDataset locate(Settings settings) throws IOException {
        var request = new DatasetRequest(
                "mnist",
                null,
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(settings.cacheDirectory(), false),
                DatasetRequest.DEFAULT_SOURCES,
                null,
                false,
                null,
                null,
                Duration.ofMinutes(10));
        return new DatasetStore().obtain(request, new Printer());
    }

    private static final class Printer implements DownloadListener {

        @Override
        public void message(String line) {
            System.out.println(line);
        }

        @Override
        public void progress(DownloadProgress progress) {
            System.out.println(progress.text());
        }
    }
}
