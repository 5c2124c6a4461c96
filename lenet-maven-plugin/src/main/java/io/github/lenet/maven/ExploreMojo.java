package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.dataset.ExploreGoal;
import io.github.lenet.page.ExplorationFiles;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows what is in the data set, on a page with pictures: how many images each class has, how bright they are, which
 * are typical and which are odd, and which occur twice. The page is {@code explore/index.html} in
 * {@code outputDirectory}, the numbers are in {@code exploration.json} beside it.
 *
 * <p>It needs no project, no model and no training.
 */
@Mojo(name = "explore", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExploreMojo extends AbstractOutputMojo {

    @Override
    void run() throws IOException, MojoExecutionException {
        var files = new ExplorationFiles(outputDirectory().resolve("explore"));
        OutputFiles.claim(invocation(), files.pageFile());
        new ExploreGoal(datasets(), getLog()).run(datasetOptions(), files);
    }
}
