package io.github.lenet.maven;

import io.github.lenet.maven.build.BuildFacts;
import io.github.lenet.maven.training.TrainGoal;
import io.github.lenet.maven.tuning.TuneGoal;
import io.github.lenet.maven.worker.JvmArguments;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that train: the process that does it. */
public abstract class AbstractTrainingMojo extends AbstractOutputMojo {

    /**
     * Ends a training that takes longer, in seconds; 0 means that there is no limit. The wait for another process that
     * trains the same model does not count.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.forkedProcessTimeoutInSeconds", defaultValue = "0")
    private int forkedProcessTimeoutInSeconds;

    /**
     * A model to go on from, instead of drawn parameters: an archive of {@code lenet:train}, one that
     * {@code ModelSerializer} of Deeplearning4j 1.0.0-M2.1 wrote, or a {@code state_dict()} of PyTorch as safetensors,
     * with the network of {@code architecture}. Adam goes on as well if an archive holds its state.
     * {@code lenet:reproduce} needs it for a model that was trained so.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.initialModel")
    private @Nullable File initialModel;

    /**
     * Requirements on the JDK that trains, if it is to be another one of your {@code toolchains.xml} than the build
     * uses, for example {@code <version>21</version>}. Without it, the toolchain that maven-toolchains-plugin chose is
     * used, and without one the JDK that runs Maven.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> jdkToolchain;

    /**
     * Arguments for the JVM that trains, such as {@code -Xmx2g}; its heap is 1 GB unless you say otherwise. An argument
     * with white space is put in quotes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.jvmArgs")
    private @Nullable String jvmArgs;

    /**
     * Threads for the arithmetic; 0 means one for each processor. A mini-batch is cut into groups of sixteen images, so
     * that a {@code batchSize} of 32 is work for two threads; more are not started. Changes only the speed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.threads", defaultValue = "0")
    private int threads;

    /** The archive to go on from, or null. */
    @Nullable
    Path initialModel() {
        return initialModel == null ? null : initialModel.toPath();
    }

    WorkerOptions workerOptions() throws MojoExecutionException {
        return new WorkerOptions(
                atLeastZero("threads", threads),
                java(jdkToolchain),
                jvmArguments(),
                atLeastZero("forkedProcessTimeoutInSeconds", forkedProcessTimeoutInSeconds));
    }

    /** Arguments for the JVM that trains. */
    List<String> jvmArguments() {
        return JvmArguments.parse(jvmArgs);
    }

    /** The build that asks, for {@code provenance.json}. */
    Build build() {
        return new BuildFacts(session(), getLog()).of(workplace());
    }

    TrainGoal training() {
        return new TrainGoal(datasets(), libraries(), launcher(), pluginArtifacts(), getLog());
    }

    TuneGoal tuning() {
        return new TuneGoal(datasets(), libraries(), launcher(), pluginArtifacts(), output(), getLog());
    }

    static int atLeastZero(String parameter, int value) {
        if (value < 0) {
            throw new InvalidParameterException(parameter, value, "must be 0 or more");
        }
        return value;
    }
}
