package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.configuration.WrittenValues;
import io.github.lenet.maven.spark.SparkOptions;
import io.github.lenet.maven.tuning.SpaceParameter;
import io.github.lenet.maven.tuning.TimeBudget;
import io.github.lenet.maven.tuning.TuneRequest;
import io.github.lenet.page.TuningFiles;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.SearchOptions;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Searches hyperparameters that are better than those of the POM, measured on training images that are held out; the
 * test set is not looked at. It says what to paste into the POM, or that nothing better was found, and changes nothing
 * itself.
 *
 * <p>It trains on the processor, whatever a training uses, so that the same seed gives the same table of trials on
 * every machine. A search that was interrupted goes on where it was. Its files are in the folder {@code tune} in
 * {@code outputDirectory}: {@code index.html}, {@code tuning.json}, {@code trials.csv} and {@code best.properties}.
 */
@Mojo(name = "tune", requiresProject = false, threadSafe = true)
public final class TuneMojo extends AbstractRecipeMojo {

    /**
     * Where the trials run: {@code local}, in a process of this machine; or {@code spark}, on an Apache Spark 3.5 or
     * newer of your own, which changes only the speed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.executor", defaultValue = "local", required = true)
    private String executor;

    /**
     * How many of the best trials are trained again with two fresh seeds each, besides the values of the POM: only
     * these trainings decide the advice.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.finalists", defaultValue = "3")
    private int finalists;

    /**
     * Name of the model, for the title of the page.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.name", defaultValue = "${project.artifactId}", required = true)
    private String name;

    /**
     * What is to become better on the images that are held out: {@code loss}, the mean cross-entropy, which tells more
     * from the same images; or {@code accuracy}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.objective", defaultValue = "loss", required = true)
    private String objective;

    /**
     * Trainings side by side; 0 means as many as {@code threads}, and on Spark four. On this machine they share the
     * threads: where fewer are left, each has more, since trials are proposed four at a time, and few of them go on to
     * all of their epochs. Changes only the speed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.parallelTrials", defaultValue = "0")
    private int parallelTrials;

    /**
     * How time is saved on trials that promise little: {@code halving}, every trial has a whole training of a third of
     * its epochs first, and the best third of them one of all; or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.pruning", defaultValue = "halving", required = true)
    private String pruning;

    /**
     * The hyperparameters to search, each with the values to try: a range such as {@code 0.0005..0.01 log},
     * {@code 0..0.1} or {@code 8..64 step 8}, or a list such as {@code none, shift}. In a POM each is an element, as in
     * {@code <search><batchSize>32, 64</batchSize></search>}; the property is one line, such as
     * {@code learningRate=0.0005..0.01 log; batchSize=32,64}. All others have the values of the POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.search")
    private @Nullable PlexusConfiguration search;

    /**
     * Properties of Spark, as in {@code <sparkConf><spark.executor.memory>2g</spark.executor.memory></sparkConf>}. They
     * win over those of {@code spark-defaults.conf}. They are kept from the command line, so that they may hold
     * secrets.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> sparkConf;

    /**
     * Folder of the Apache Spark on this machine whose {@code spark-submit} starts the search. The default is that of
     * the variable {@code SPARK_HOME}, or else of the {@code spark-submit} on the {@code PATH}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.sparkHome")
    private @Nullable File sparkHome;

    /**
     * The cluster, as {@code spark-submit} takes it: {@code spark://host:7077}, {@code yarn},
     * {@code k8s://https://host:443}. The default is that of the configuration of Spark.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.sparkMaster")
    private @Nullable String sparkMaster;

    /**
     * After how much time of this run no more trials are proposed: a number with {@code s}, {@code m} or {@code h},
     * such as {@code 20m}. The trials of the time and the confirmation come to their end. Without it there is no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.timeBudget")
    private @Nullable String timeBudget;

    /**
     * How many points of the space to try, the values of the POM among them. A search with more goes on from one with
     * fewer.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.trials", defaultValue = "40")
    private int trials;

    @Override
    void run() throws IOException, MojoExecutionException {
        var request = request();
        OutputFiles.claim(invocation(), request.files().numbersFile());
        tuning().run(request);
    }

    TuneRequest request() throws MojoExecutionException {
        return new TuneRequest(
                workplace().name(name),
                datasetOptions(),
                written(),
                new SpaceParameter(search, new WrittenValues(invocation())).read(),
                new SearchOptions(trials, Objective.named(objective), Pruning.named(pruning), finalists),
                timeBudget == null ? Duration.ZERO : TimeBudget.parse(timeBudget),
                atLeastZero("parallelTrials", parallelTrials),
                initialModel(),
                checkpointInterval(),
                lockTimeout(),
                spark(),
                workerOptions(),
                new TuningFiles(outputDirectory().resolve("tune")));
    }

    private @Nullable SparkOptions spark() {
        return switch (executor) {
            case "local" -> null;
            case "spark" ->
                new SparkOptions(
                        sparkHome == null ? null : sparkHome.toPath(),
                        sparkMaster,
                        sparkConf == null ? Map.of() : sparkConf);
            default -> throw InvalidParameterException.unknown("executor", executor, List.of("local", "spark"));
        };
    }
}
