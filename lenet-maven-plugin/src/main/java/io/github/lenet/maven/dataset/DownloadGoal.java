package io.github.lenet.maven.dataset;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.text.English;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Makes a data set complete on this machine, and checks that it can be read.
 *
 * @param datasets obtains the data, and announces every source that it tries
 * @param log where the result goes
 */
public record DownloadGoal(DatasetProvider datasets, Log log) {

    /**
     * Downloads what is missing.
     *
     * @param options which data set, and where it may come from
     * @throws IOException if it cannot be had; the message lists every source that was tried
     * @throws MojoExecutionException if no repository holds its artifact, or one cannot be asked
     */
    public void run(DatasetOptions options) throws IOException, MojoExecutionException {
        var dataset = datasets.obtain(options, Split.values());
        var train = dataset.read(Split.TRAIN).size();
        var test = dataset.read(Split.TEST).size();
        log.info(format(
                "%s is complete: %,d training and %,d test %s",
                dataset.name(), train, test, English.plural(test, "image")));
        log.info("Folder: " + dataset.directory());
        log.info("Source: " + dataset.origin());
        dataset.sha256().forEach((file, sha256) -> log.info("  " + sha256 + "  " + file));
    }
}
