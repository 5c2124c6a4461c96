package io.github.lenet.maven;

import io.github.lenet.maven.dataset.DownloadGoal;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fetches the data set into {@code cacheDirectory} ahead of a build that must do without the network, and says where it
 * came from. Data of your own in {@code dataDirectory} is checked, and stays where it is.
 *
 * <p>It needs no project, and runs once in a build of many modules.
 */
@Mojo(name = "download", requiresProject = false, aggregator = true, threadSafe = true)
public final class DownloadMojo extends AbstractDatasetMojo {

    @Override
    void run() throws IOException, MojoExecutionException {
        new DownloadGoal(datasets(), getLog()).run(datasetOptions());
    }
}
