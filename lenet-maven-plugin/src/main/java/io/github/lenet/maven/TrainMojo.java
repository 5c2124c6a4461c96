package io.github.lenet.maven;

import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.training.Attachment;
import io.github.lenet.maven.training.PackagedModel;
import io.github.lenet.maven.training.TrainRequest;
import io.github.lenet.maven.training.TrainRequest.Reuse;
import io.github.lenet.maven.worker.JvmArguments;
import io.github.lenet.recipe.Hyperparameters;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model in a process of its own, and writes it with its history to {@code outputDirectory}.
 *
 * <p>The data set and the libraries that the training needs, Deeplearning4j and for a graphics card its native
 * libraries, are downloaded once.
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.PROCESS_CLASSES, requiresProject = false, threadSafe = true)
public final class TrainMojo extends AbstractTrainingMojo {

    private final MavenProjectHelper projectHelper;

    /**
     * The network: {@code lenet5}; {@code lenet5-1998}, the classic one; {@code vgg6}, six convolutions with batch
     * normalisation; or {@code resnet8} and {@code resnet14}, residual networks. The defaults of other parameters go
     * with it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.architecture", defaultValue = "lenet5", required = true)
    private String architecture;

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
     * How the training images are varied, anew in each epoch: {@code none}; {@code shift}, by at most one pixel along
     * each axis; {@code affine}, turned, scaled, sheared and moved a little; {@code elastic}, bent like a rubber sheet
     * as well; {@code flip}, mirrored left and right with probability 1/2; {@code shift-flip}; or {@code crop-flip},
     * moved by at most four pixels and mirrored. To mirror is not for digits or letters. The default goes with the
     * {@code architecture} and the {@code schedule}: with {@code cosine} {@code shift} for {@code lenet5}; with the
     * other schedules {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.augmentation")
    private @Nullable String augmentation;

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
     * Images for each step of the optimiser; with batch normalisation at least 4. The default goes with the
     * {@code architecture}: 32 for {@code lenet5}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.batchSize")
    private @Nullable String batchSize;

    /**
     * How many trained models {@code cacheDirectory} keeps, for all builds of this user; the least recently used make
     * room. With 0, models are neither kept there nor taken from there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.cachedModels", defaultValue = "100")
    private int cachedModels;

    /**
     * Seconds after a checkpoint until another one is made, even within an epoch; 0 means only after each epoch. A
     * training that was interrupted goes on from its last checkpoint and gives the same model: this is the most time
     * that an interruption costs where epochs take long.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.checkpointInterval", defaultValue = "0")
    private int checkpointInterval;

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
     * Lets the JVM that trains wait for a debugger on port 5005 of this machine, without any limit of time.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.debugForkedProcess", defaultValue = "false")
    private boolean debugForkedProcess;

    /**
     * Epochs to go on without a lower validation loss before the training ends; the model is then that of the best
     * epoch. Needs a {@code validationFraction}. 0 means that all epochs run, and the model is that of the last.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.earlyStoppingPatience", defaultValue = "0")
    private String earlyStoppingPatience;

    /**
     * Passes over the training images. The default goes with the {@code architecture}: 10 for {@code lenet5}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.epochs")
    private @Nullable String epochs;

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
     * Step size of the optimiser Adam, greater than 0 and at most 1. The default goes with the {@code architecture} and
     * the {@code schedule}: with {@code cosine} 0.002 for {@code lenet5}; with the other schedules 0.001.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.learningRate")
    private @Nullable String learningRate;

    /**
     * Seconds to wait for another process of this machine that trains the same model, to take it from the cache
     * afterwards; 0 means that there is no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.lockTimeout", defaultValue = "1800")
    private int lockTimeout;

    /** Set in a reproducible build; see the guide of Maven on these. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private String outputTimestamp;

    /**
     * Where a copy of the model goes among the module's classes and so into its jar, such as {@code digits/model.zip}.
     * Without it the model stays in {@code outputDirectory} only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.resourcePath")
    private @Nullable String resourcePath;

    /**
     * How the step size changes: {@code constant}; {@code step}, a tenth after half of the steps and a hundredth after
     * three quarters; or {@code cosine}, from {@code learningRate} down to 0. With {@code constant} alone, everything
     * is as in the usual Python project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.schedule", defaultValue = "cosine", required = true)
    private String schedule;

    /**
     * Seed of the initial parameters, the order of the images and the hold-out: the same seed gives the same model.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.seed", defaultValue = "42")
    private String seed;

    /**
     * Skips the training, and leaves the model of an earlier one in its place.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skipTrain", defaultValue = "false")
    private boolean skipTrain;

    /**
     * Share of the training images that is held out to watch the training, stratified by class: 0 for none, and less
     * than 0.5.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.validationFraction", defaultValue = "0")
    private String validationFraction;

    /**
     * Steps, one for each mini-batch, over which the step size rises in a straight line to {@code learningRate} before
     * the {@code schedule} takes over for the steps that are left; at most half of all steps. The default goes with the
     * {@code architecture}: 0, which is none, for {@code lenet5}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.warmup")
    private @Nullable String warmup;

    /**
     * Share of each weight, times the step size, that a step takes away, apart from the gradient: AdamW. Biases keep
     * theirs, and so do the scales and shifts of batch normalisation. 0 for none, at most 1. The default goes with the
     * {@code architecture}: 0 for {@code lenet5}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.weightDecay")
    private @Nullable String weightDecay;

    /**
     * Made by Maven.
     *
     * @param toolchainManager knows the JDKs of this machine
     * @param projectHelper attaches the model
     */
    @Inject
    public TrainMojo(ToolchainManager toolchainManager, MavenProjectHelper projectHelper) {
        super(toolchainManager);
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
            var provenance = Attachment.takesProvenance(attachProvenance, outputTimestamp);
            new Attachment(projectHelper, invocation()).attach(request.files(), classifier, provenance);
        }
    }

    TrainRequest request() throws MojoExecutionException {
        return new TrainRequest(
                datasetOptions(),
                hyperparameters(),
                initialModel(),
                new Reuse(
                        force ? "lenet.force is set" : null,
                        atLeastZero("cachedModels", cachedModels),
                        atLeastZero("checkpointInterval", checkpointInterval),
                        atLeastZero("lockTimeout", lockTimeout)),
                new BackendRequest(backend, backendClassifier, cudaRedist),
                workerOptions(),
                this::build,
                outputDirectory(),
                resourcePath == null ? null : PackagedModel.at(resourcePath, keepUpdaterState, workplace()));
    }

    /** As text, so that the list of hyperparameters reads and refuses them, for this goal as for every other one. */
    private Hyperparameters hyperparameters() {
        var written = new HashMap<String, String>();
        written.put("architecture", architecture);
        written.put("augmentation", augmentation);
        written.put("batchSize", batchSize);
        written.put("earlyStoppingPatience", earlyStoppingPatience);
        written.put("epochs", epochs);
        written.put("learningRate", learningRate);
        written.put("schedule", schedule);
        written.put("seed", seed);
        written.put("validationFraction", validationFraction);
        written.put("warmup", warmup);
        written.put("weightDecay", weightDecay);
        return Hyperparameters.of(written);
    }

    @Override
    List<String> jvmArguments() {
        var arguments = super.jvmArguments();
        if (!debugForkedProcess) {
            return arguments;
        }
        getLog().warn("The training waits for a debugger on localhost:" + JvmArguments.DEBUGGER_PORT
                + ", and no time limit applies: lenet.debugForkedProcess is set");
        return JvmArguments.suspended(arguments);
    }
}
