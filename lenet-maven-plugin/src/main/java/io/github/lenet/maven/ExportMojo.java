package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.model.Attachment;
import io.github.lenet.maven.model.ExportGoal;
import io.github.lenet.maven.model.ExportRequest;
import io.github.lenet.maven.model.ModelOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Writes a model in the formats of other libraries: {@code model.onnx} for prediction in most languages, and
 * {@code model.safetensors} for PyTorch.
 *
 * <p>The same model gives the same bytes. It needs no data set and no project.
 */
@Mojo(name = "export", requiresProject = false, threadSafe = true)
public final class ExportMojo extends AbstractLenetMojo {

    private final MavenProjectHelper projectHelper;

    /**
     * Whether the files become artifacts of the module, each with the name of its format as its type, so that
     * {@code install} and {@code deploy} publish them. A goal of the command line attaches nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.attachExports", defaultValue = "false")
    private boolean attachExports;

    /**
     * Classifier of the attached files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.classifier", defaultValue = "lenet", required = true)
    private String classifier;

    /**
     * The formats to write, separated by commas: {@code onnx}, a graph that computes the probabilities of images, and
     * {@code safetensors}, the parameters by the names and shapes of PyTorch.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.formats", defaultValue = "onnx", required = true)
    private List<String> formats;

    /**
     * The model, from another module of this build or from its repositories:
     * {@code groupId:artifactId[:type[:classifier]]:version}, by default of the type {@code zip} and with the
     * classifier {@code lenet}. Of a range such as {@code [1,2)} it is the highest release. Not with {@code modelFile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelArtifact")
    private @Nullable String modelArtifact;

    /**
     * The model, as a file. The default is {@code model.zip} in {@code outputDirectory}. Not with
     * {@code modelArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelFile")
    private @Nullable File modelFile;

    /**
     * Folder for the files, and of the model unless {@code modelFile} or {@code modelArtifact} names it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.outputDirectory", defaultValue = "${project.build.directory}/lenet", required = true)
    private File outputDirectory;

    /**
     * Made by Maven.
     *
     * @param projectHelper attaches the files
     */
    @Inject
    public ExportMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws IOException, MojoExecutionException {
        var folder = workplace().resolve(outputDirectory);
        var request = ExportRequest.of(ModelOptions.of(modelFile, modelArtifact, folder), formats, folder);
        OutputFiles.claim(invocation(), request.files().values().toArray(Path[]::new));
        new ExportGoal(models(), getLog()).run(request);
        if (attachExports) {
            new Attachment(projectHelper, invocation()).attach(request.files(), classifier);
        }
    }
}
