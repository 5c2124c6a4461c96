package io.github.lenet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.Tuning;
import io.github.lenet.worker.SearchRequest;
import io.github.lenet.worker.TrialInputs;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerEvent.ClusterJoined;
import io.github.lenet.worker.WorkerEvent.ClusterProgress;
import io.github.lenet.worker.WorkerEvent.Searched;
import io.github.lenet.worker.WorkerEvent.TrialEnded;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.DefaultSessionData;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches on real Sparks, as {@code lenet:tune} starts them. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkSearchTest {

    private static final Map<String, String> PRESENT = Map.of("epochs", "3", "validationFraction", "0.4");

    /** So little that both executors fit on the workers, and the driver into a small machine. */
    private static final Map<String, String> SMALL =
            Map.of("spark.executor.memory", "512m", "spark.driver.memory", "512m", "spark.ui.port", "0");

    @TempDir
    private static Path folder;

    private static final Map<SparkHome, StandaloneCluster> CLUSTERS = new HashMap<>();

    private static Tuning expected;

    @BeforeAll
    static void searchOnThisMachine() throws Exception {
        SyntheticDigits.write(folder.resolve("data"), 4_000, 10, 1);
        var local = new WorkerOptions(1, JavaExecutable.ofThisJvm(), List.of(), 0).command(Map.of(), jars());
        expected = search(local, 6, "local", event -> {});
    }

    @AfterAll
    static void endClusters() {
        CLUSTERS.values().forEach(StandaloneCluster::close);
    }

    static Stream<SparkHome> sparks() throws IOException {
        return SparkHome.all();
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void theTableIsTheSameAndNothingIsLeftOnTheCluster(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        List<WorkerEvent> events = new ArrayList<>();

        var tuning = search(
                submit(spark, cluster.master(), Map.of("spark.speculation", "true")), 6, spark + "-same", events::add);

        assertThat(withoutSeconds(tuning)).isEqualTo(withoutSeconds(expected));
        assertThat(events)
                .filteredOn(ClusterJoined.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    var joined = (ClusterJoined) event;
                    assertThat(joined.cluster()).matches("Spark [34][\\d.]+ at " + cluster.master());
                    assertThat(joined.page()).startsWith("http://");
                });
        assertThat(events).filteredOn(TrialEnded.class::isInstance).hasSize(6);
        cluster.awaitIdle();
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void soItIsWhenAnExecutorIsKilled(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        var killed = new ArrayList<ProcessHandle>();

        var tuning = search(submit(spark, cluster.master(), Map.of()), 6, spark + "-killed", event -> {
            if (killed.isEmpty() && event instanceof ClusterProgress progress && progress.trainings() > 0) {
                var executor = cluster.executors().get(0);
                killed.add(executor);
                executor.destroyForcibly();
            }
        });

        assertThat(killed).hasSize(1);
        assertThat(withoutSeconds(tuning)).isEqualTo(withoutSeconds(expected));
    }

    /** First the driver is killed, and then every task throws. */
    @ParameterizedTest
    @MethodSource("sparks")
    void whatIsKnownIsKeptAndTheNextSearchGoesOn(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        var ended = new ArrayList<TrialResult>();
        var submit = submit(spark, cluster.master(), Map.of());
        assertThatThrownBy(() -> search(submit, 4, spark + "-kept", event -> {
                    if (event instanceof TrialEnded trial) {
                        ended.add(trial.trial());
                        driver().ifPresent(ProcessHandle::destroyForcibly);
                    }
                }))
                .hasMessageContaining("The search was killed from outside (signal 9");
        cluster.awaitIdle();

        assertThatThrownBy(() -> search(
                        submit(spark, cluster.master(), Map.of("spark.executor.extraClassPath", brokenClass())),
                        6,
                        spark + "-kept",
                        event -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "trial [45] for 1 epoch with seed 42 could not be run on the cluster: .* failed 3 times.*"
                                + "ClassFormatError.* What the others gave is kept; the same command goes on where the search was");

        var tuning = search(submit, 6, spark + "-kept", event -> {});
        // To the second: what had ended was not trained again.
        assertThat(ended).isNotEmpty();
        assertThat(tuning.trials()).startsWith(ended.toArray(TrialResult[]::new));
        assertThat(withoutSeconds(tuning)).isEqualTo(withoutSeconds(expected));
    }

    /** A folder that comes before the jars on the class path of an executor. */
    private static String brokenClass() throws IOException {
        var name = TrialInputs.class.getName().replace('.', '/') + ".class";
        var file = folder.resolve("broken").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[0]);
        return folder.resolve("broken").toString();
    }

    private static Optional<ProcessHandle> driver() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().commandLine().orElse("").contains("org.apache.spark.deploy.SparkSubmit"))
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void theTableIsTheSameOnALocalCluster(SparkHome spark) throws Exception {
        assumeStarts(spark);

        var tuning =
                search(submit(spark, "local-cluster[2,1,1024]", Map.of()), 6, spark + "-local-cluster", event -> {});

        assertThat(withoutSeconds(tuning)).isEqualTo(withoutSeconds(expected));
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void saysBeforeThatAnExecutorIsTooSmall(SparkHome spark) throws Exception {
        assumeStarts(spark);

        assertThatThrownBy(() -> search(
                        submit(spark, "spark://127.0.0.1:1", Map.of("spark.executor.memory", "200m")),
                        6,
                        spark + "-small",
                        event -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "an executor needs about 3\\d\\d MiB for the training images, but has 200 MiB\\. Give it"
                                + " more, for example <sparkConf><spark.executor.memory>1024m</spark.executor.memory></sparkConf>");
    }

    /** Spark itself waits a minute. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("sparks")
    void namesAMasterThatIsNotThere(SparkHome spark) throws Exception {
        assumeStarts(spark);

        assertThatThrownBy(
                        () -> search(submit(spark, "spark://127.0.0.1:1", Map.of()), 6, spark + "-away", event -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("the master spark://127.0.0.1:1 does not answer (")
                .hasMessageContaining("Check <sparkMaster> (-Dlenet.sparkMaster)");
    }

    /** Spark 3.5 calls what later JDKs have removed. */
    private static void assumeStarts(SparkHome spark) {
        assumeThat(spark.toString().startsWith("spark-3.") && Runtime.version().feature() > 22)
                .as("%s on Java %s", spark, Runtime.version())
                .isFalse();
    }

    private static StandaloneCluster cluster(SparkHome spark) throws Exception {
        assumeStarts(spark);
        if (!CLUSTERS.containsKey(spark)) {
            CLUSTERS.put(spark, StandaloneCluster.start(spark, folder.resolve(spark + "-cluster")));
        }
        return CLUSTERS.get(spark);
    }

    private static SparkSubmit submit(SparkHome spark, String master, Map<String, String> more) throws IOException {
        var conf = new HashMap<>(SMALL);
        conf.putAll(more);
        return new SparkSubmit(
                spark.installation(),
                JavaExecutable.ofThisJvm(),
                new SparkOptions(null, master, conf),
                "lenet:tune digits",
                jars());
    }

    private static Tuning search(WorkerCommand command, int trials, String name, Consumer<WorkerEvent> listener)
            throws IOException, MojoExecutionException {
        var data = folder.resolve("data");
        var request = new SearchRequest(
                InputsOfTests.of("my-digits", data, Hyperparameters.of(PRESENT)),
                PRESENT,
                Map.of("learningRate", "0.0005..0.01 log", "batchSize", "16..48 step 8", "augmentation", "none, shift"),
                new SearchOptions(trials, Objective.LOSS, Pruning.HALVING, 1),
                data,
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

    private static String withoutSeconds(Tuning tuning) {
        return Json.line(tuning).replaceAll("\"seconds\":[^,]+", "");
    }
}
