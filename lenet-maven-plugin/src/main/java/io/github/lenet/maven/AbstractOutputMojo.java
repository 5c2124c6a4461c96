package io.github.lenet.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal shares that writes files about a data set: the folder for them. */
public abstract class AbstractOutputMojo extends AbstractDatasetMojo {

    /**
     * Folder for what the goals write: the model, the reports and the pages.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.outputDirectory", defaultValue = "${project.build.directory}/lenet", required = true)
    private File outputDirectory;

    Path outputDirectory() {
        return workplace().resolve(outputDirectory);
    }
}
