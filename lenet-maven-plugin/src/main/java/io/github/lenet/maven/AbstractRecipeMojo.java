package io.github.lenet.maven;

import io.github.lenet.maven.worker.JvmArguments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share whose trainings the POM describes: their hyperparameters. */
public abstract class AbstractRecipeMojo extends AbstractTrainingMojo {

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
     * Images for each step of the optimiser; with batch normalisation at least 4. The default goes with the
     * {@code architecture}: 32 for {@code lenet5}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.batchSize")
    private @Nullable String batchSize;

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
     * Seed of the initial parameters, the order of the images and the hold-out, and in a search of its proposals: the
     * same seed gives the same model, and the same table of trials.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.seed", defaultValue = "42")
    private String seed;

    /**
     * Share of the training images that is held out to watch the training, stratified by class: 0 for none, and less
     * than 0.5. A search needs some, and where this is 0 it holds a sixth out.
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
     * As text, so that the list of hyperparameters reads and refuses them, for these goals as for every other one. What
     * is not written is missing.
     */
    Map<String, String> written() {
        var written = new HashMap<String, @Nullable String>();
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
        var present = new HashMap<String, String>();
        written.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }

    int checkpointInterval() {
        return atLeastZero("checkpointInterval", checkpointInterval);
    }

    int lockTimeout() {
        return atLeastZero("lockTimeout", lockTimeout);
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
