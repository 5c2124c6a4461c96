package io.github.lenet.maven.dataset;

import io.github.lenet.dataset.Split;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.page.ExplorationFiles;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Looks at a data set, and shows what is in it.
 *
 * @param datasets obtains the data
 * @param log where the main numbers go
 */
public record ExploreGoal(DatasetProvider datasets, Log log) {

    /**
     * Explores.
     *
     * @param options the data set
     * @param files where the numbers and the page go
     * @throws IOException if the data cannot be had, or a file cannot be written
     * @throws MojoExecutionException if no repository holds the data, or one cannot be asked
     */
    public void run(DatasetOptions options, ExplorationFiles files) throws IOException, MojoExecutionException {
        var dataset = datasets.obtain(options, Split.values());
        var training = dataset.read(Split.TRAIN);
        var test = dataset.read(Split.TEST);
        var exploration = Exploration.of(training, test, ExplorationFiles.imagesPerClass(training));
        var namedTraining = new NamedImages(training, dataset.pictures(Split.TRAIN, training.size()));
        var namedTest = new NamedImages(test, dataset.pictures(Split.TEST, test.size()));
        files.write(namedTraining, namedTest, exploration);
        ExplorationFiles.summary(training, exploration).forEach(log::info);
        ExplorationFiles.repeated(namedTraining, namedTest, exploration).forEach(log::info);
        log.info("Page: " + files.pageFile());
    }
}
