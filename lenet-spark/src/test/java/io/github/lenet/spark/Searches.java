package io.github.lenet.spark;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import io.github.lenet.maven.spark.SparkOptions;
import io.github.lenet.maven.spark.SparkSubmit;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.Work;
import io.github.lenet.maven.worker.WorkerCommand;
import io.github.lenet.maven.worker.WorkerJob;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.maven.worker.WorkerQueue;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.Tuning;
import io.github.lenet.worker.SearchRequest;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerEvent.Searched;
import io.github.lenet.worker.WorkerEvent.TrialEnded;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.DefaultSessionData;
import org.jspecify.annotations.NullMarked;

/**
 * The same small search as often as it is wanted, as {@code lenet:tune} starts it.
 *
 * @param folder where the images are, and everything that is written
 */
record Searches(Path folder) {

    /** What the {@code main} prints of each trial that has ended, in front of its JSON. */
    static final String ENDED = "ended ";

    static final int TRIALS = 6;

    private static final Map<String, String> PRESENT = Map.of("epochs", "3", "validationFraction", "0.4");

    /** So little that both executors fit on the workers, and the driver into a small machine. */
    private static final Map<String, String> SMALL =
            Map.of("spark.executor.memory", "512m", "spark.driver.memory", "512m", "spark.ui.port", "0");

    /** A build that somebody can kill: its arguments are the folder, a Spark, a master, and the name of the search. */
    public static void main(String[] arguments) throws Exception {
        var searches = new Searches(Path.of(arguments[0]));
        var submit = searches.submit(new SparkHome(Path.of(arguments[1])), arguments[2], Map.of());
        searches.run(submit, TRIALS, arguments[3], event -> {
            if (event instanceof TrialEnded trial) {
                System.out.println(ENDED + Json.line(trial.trial()));
            }
        });
    }

    private Path images() {
        return folder.resolve("data");
    }

    /** Draws the images, and searches without Spark: the table that every Spark has to find. */
    Tuning onThisMachine() throws IOException, MojoExecutionException {
        SyntheticDigits.write(images(), 4_000, 10, 1);
        var command = new WorkerOptions(1, JavaExecutable.ofThisJvm(), List.of(), 0).command(Map.of(), jars());
        return run(command, TRIALS, "local", event -> {});
    }

    SparkSubmit submit(SparkHome spark, String master, Map<String, String> more) throws Exception {
        return submit(spark, spark.java(), master, more);
    }

    SparkSubmit submit(SparkHome spark, JavaExecutable java, String master, Map<String, String> more)
            throws IOException {
        var conf = new HashMap<>(SMALL);
        conf.putAll(more);
        return new SparkSubmit(
                spark.installation(), java, new SparkOptions(null, master, conf), "lenet:tune digits", jars());
    }

    /** What goes to Spark: our own jars, and the libraries that it may lack. */
    private static List<Path> jars() {
        var jars = new ArrayList<Path>();
        jars.add(Path.of(System.getProperty("lenet.test.jar")));
        for (var type : List.of(Json.class, JsonFactory.class, NullMarked.class)) {
            var location = type.getProtectionDomain().getCodeSource().getLocation();
            jars.add(Path.of(URI.create(location.toString())));
        }
        return jars;
    }

    /** Starts the {@code main}. */
    Process start(SparkHome spark, String master, String name) throws IOException {
        return new ProcessBuilder(
                        JavaExecutable.ofThisJvm().file().toString(),
                        "-Dlenet.test.jar=" + System.getProperty("lenet.test.jar"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Searches.class.getName(),
                        folder.toString(),
                        spark.folder().toString(),
                        master,
                        name)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** Searches with a cache of that name, which may know something already. */
    Tuning run(WorkerCommand command, int trials, String name, Consumer<WorkerEvent> listener)
            throws IOException, MojoExecutionException {
        var request = new SearchRequest(
                InputsOfTests.of("my-digits", images(), Hyperparameters.of(PRESENT)),
                PRESENT,
                Map.of("learningRate", "0.0005..0.01 log", "batchSize", "16..48 step 8", "augmentation", "none, shift"),
                new SearchOptions(trials, Objective.LOSS, Pruning.HALVING, 1),
                images(),
                null,
                4,
                1,
                0,
                new CacheDirectory(folder.resolve(name), false),
                0,
                0);
        var log = new SystemStreamLog() {
            @Override
            public void debug(CharSequence content) {
                // A request is long.
            }
        };
        var job = new WorkerJob(
                Work.SEARCH, command, folder.resolve(name + "-worker"), null, request.line(), Limits.of(0));
        var launcher = new WorkerLauncher(new WorkerQueue(new DefaultSessionData(), log), log);
        return ((Searched) launcher.run(job, listener)).tuning();
    }

    static String withoutSeconds(Tuning tuning) {
        return Json.line(tuning).replaceAll("\"seconds\":[^,]+", "");
    }
}
