package io.github.lenet.maven;

import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.build.OutputTimestamp;
import io.github.lenet.maven.model.Attachment;
import io.github.lenet.maven.training.PackagedModel;
import io.github.lenet.maven.training.TrainRequest;
import io.github.lenet.maven.training.TrainRequest.Reuse;
import io.github.lenet.recipe.Hyperparameters;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model in a process of its own, and writes it with its history to {@code outputDirectory}.
 *
 * <p>The data set and the libraries that the training needs, Deeplearning4j and for a graphics card its native
 * libraries, are downloaded once.
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.PROCESS_CLASSES, requiresProject = false, threadSafe = true)
public final class TrainMojo extends AbstractRecipeMojo {

    private final MavenProjectHelper projectHelper;

    /**
     * Whether the model becomes an artifact of the module, so that {@code install} and {@code deploy} publish it. A
     * goal of the command line attaches nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.attach", defaultValue = "true")
    private boolean attach;

    /**
     * Whether {@code provenance.json} is attached with the model. It holds the times and the machine of one run, so a
     * build that is to give the same files again leaves it out: the default is {@code true}, and {@code false} where
     * the POM sets {@code project.build.outputTimestamp}. Has no effect where {@code attach} is {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.attachProvenance")
    private @Nullable Boolean attachProvenance;

    /**
     * What computes: {@code cpu}, this machine's processor; {@code cuda}, its NVIDIA graphics card; or {@code auto},
     * the graphics card where there is a usable one and the processor elsewhere.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.backend", defaultValue = "cpu", required = true)
    private String backend;

    /**
     * Variant of ND4J's native libraries, only with the backend {@code cuda}: {@code linux-x86_64-cudnn} or
     * {@code windows-x86_64-cudnn}. The default is the variant without cuDNN. With {@code cpu}, whose arithmetic is
     * Java and needs no native library, and with {@code auto}, which may take the processor, it is an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.backendClassifier")
    private @Nullable String backendClassifier;

    /**
     * How many trained models {@code cacheDirectory} keeps, for all builds of this user; the least recently used make
     * room. With 0, models are neither kept there nor taken from there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.cachedModels", defaultValue = "100")
    private int cachedModels;

    /**
     * Classifier of the attached model. Its {@code provenance.json} has {@code -provenance} behind it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.classifier", defaultValue = "lenet", required = true)
    private String classifier;

    /**
     * Whether NVIDIA's own libraries are downloaded as well, once, 1.8 GB, for a machine with a graphics card and its
     * driver but without the CUDA toolkit 11. Has an effect only where the graphics card is used.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.cudaRedist", defaultValue = "false")
    private boolean cudaRedist;

    /**
     * Trains from the start, even if nothing has changed since a model was trained, one lies in the cache, or a
     * training was interrupted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.force", defaultValue = "false")
    private boolean force;

    /**
     * Whether the copy of the model at {@code resourcePath} holds the state of the optimiser Adam as well, two thirds
     * of the file. Only a training that goes on from that copy, as its {@code initialModel}, would need it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.keepUpdaterState", defaultValue = "false")
    private boolean keepUpdaterState;

    /**
     * Where a copy of the model goes among the module's classes and so into its jar, such as {@code digits/model.zip}.
     * Without it the model stays in {@code outputDirectory} only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.resourcePath")
    private @Nullable String resourcePath;

    /**
     * Skips the training, and leaves the model of an earlier one in its place.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skipTrain", defaultValue = "false")
    private boolean skipTrain;

    /**
     * Made by Maven.
     *
     * @param projectHelper attaches the model
     */
    @Inject
    public TrainMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    Optional<String> skipReason() {
        return skipTrain ? Optional.of("lenet.skipTrain is set") : Optional.empty();
    }

    @Override
    void skipped(String reason) {
        if (attach && !invocation().isDirect() && invocation().skipReason().isEmpty()) {
            getLog().warn(
                            "No model is attached to this module, so `mvn install` and `mvn deploy` publish none: the training is skipped."
                                    + " <attach>false</attach> (-Dlenet.attach=false) says that this is meant.");
        }
    }

    @Override
    void run() throws IOException, MojoExecutionException {
        var request = request();
        OutputFiles.claim(invocation(), request.files().model());
        if (request.packagedModel() != null) {
            OutputFiles.claim(invocation(), request.packagedModel().file());
        }
        training().run(request);
        if (attach) {
            var provenance = attachProvenance == null
                    ? OutputTimestamp.of(invocation().project()).isEmpty()
                    : attachProvenance;
            new Attachment(projectHelper, invocation()).attach(request.files(), classifier, provenance);
        }
    }

    TrainRequest request() throws MojoExecutionException {
        return new TrainRequest(
                datasetOptions(),
                Hyperparameters.of(written()),
                initialModel(),
                new Reuse(
                        force ? "lenet.force is set" : null,
                        atLeastZero("cachedModels", cachedModels),
                        checkpointInterval(),
                        lockTimeout()),
                new BackendRequest(backend, backendClassifier, cudaRedist),
                workerOptions(),
                this::build,
                outputDirectory(),
                resourcePath == null ? null : PackagedModel.at(resourcePath, keepUpdaterState, workplace()));
    }
}
