package io.github.lenet.spark;

import static io.github.lenet.spark.Searches.TRIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.Json;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.Tuning;
import io.github.lenet.worker.TrialInputs;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerEvent.ClusterJoined;
import io.github.lenet.worker.WorkerEvent.ClusterProgress;
import io.github.lenet.worker.WorkerEvent.TrialEnded;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
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

    @TempDir
    private static Path folder;

    private static final Map<SparkHome, StandaloneCluster> CLUSTERS = new HashMap<>();

    private static Searches searches;

    private static Tuning expected;

    @BeforeAll
    static void searchOnThisMachine() throws Exception {
        searches = new Searches(folder);
        expected = searches.onThisMachine();
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
        var submit = searches.submit(spark, cluster.master(), Map.of("spark.speculation", "true"));

        var tuning = searches.run(submit, TRIALS, spark + "-same", events::add);

        assertSame(tuning);
        assertThat(events)
                .filteredOn(ClusterJoined.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    var joined = (ClusterJoined) event;
                    assertThat(joined.cluster()).matches("Spark [34][\\d.]+ at " + cluster.master());
                    assertThat(joined.page()).startsWith("http://");
                });
        assertThat(events).filteredOn(TrialEnded.class::isInstance).hasSize(TRIALS);
        cluster.awaitIdle();
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void soItIsWhenAnExecutorIsKilled(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        var killed = new ArrayList<ProcessHandle>();
        var submit = searches.submit(spark, cluster.master(), Map.of());

        var tuning = searches.run(submit, TRIALS, spark + "-killed", event -> {
            if (killed.isEmpty() && isTraining(event)) {
                var executor = cluster.executors().get(0);
                killed.add(executor);
                executor.destroyForcibly();
            }
        });

        assertThat(killed).hasSize(1);
        assertSame(tuning);
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void soItIsWhenAWorkerOfTheClusterIsKilled(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        var lost = new ArrayList<ProcessHandle>();
        var submit = searches.submit(spark, cluster.master(), Map.of());

        var tuning = searches.run(submit, TRIALS, spark + "-lost", event -> {
            if (lost.isEmpty() && isTraining(event)) {
                lost.addAll(cluster.loseWorker());
            }
        });

        assertThat(lost).isNotEmpty();
        assertSame(tuning);
        StandaloneCluster.awaitEnd(lost);
        cluster.replaceWorker();
    }

    private static boolean isTraining(WorkerEvent event) {
        return event instanceof ClusterProgress progress && progress.trainings() > 0;
    }

    /** First the driver is killed, and then every task throws. */
    @ParameterizedTest
    @MethodSource("sparks")
    void whatIsKnownIsKeptAndTheNextSearchGoesOn(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        var ended = new ArrayList<TrialResult>();
        var submit = searches.submit(spark, cluster.master(), Map.of());
        assertThatThrownBy(() -> searches.run(submit, 4, spark + "-kept", event -> {
                    if (event instanceof TrialEnded trial) {
                        ended.add(trial.trial());
                        driver().ifPresent(ProcessHandle::destroyForcibly);
                    }
                }))
                .hasMessageContaining("The search was killed from outside (signal 9");
        cluster.awaitIdle();

        var newer = NewerClass.folderOf(TrialInputs.class, folder);
        var failing = searches.submit(spark, cluster.master(), Map.of("spark.executor.extraClassPath", newer));
        assertThatThrownBy(() -> searches.run(failing, TRIALS, spark + "-kept", event -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "trial [45] for 1 epoch with seed 42 could not be run on the cluster: the executors run on"
                                + " a Java that is older than 17 \\(.* failed 3 times.*UnsupportedClassVersionError.*\\)\\. They need Java 17"
                                + " .*<spark\\.executorEnv\\.JAVA_HOME>.*\\. What the others gave is kept; the same command goes on where the"
                                + " search was");

        var tuning = searches.run(submit, TRIALS, spark + "-kept", event -> {});
        // To the second: what had ended was not trained again.
        assertThat(ended).isNotEmpty();
        assertThat(tuning.trials()).startsWith(ended.toArray(TrialResult[]::new));
        assertSame(tuning);
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
    void driverAndApplicationEndWithAKilledBuildAndTheNextGoesOn(SparkHome spark) throws Exception {
        var cluster = cluster(spark);
        var build = searches.start(spark, cluster.master(), spark + "-orphaned");
        try (var output = build.inputReader()) {
            var ended = firstTrial(output);
            var driver = build.descendants().toList();
            assertThat(driver).isNotEmpty();

            build.destroyForcibly();

            StandaloneCluster.awaitEnd(driver);
            cluster.awaitIdle();
            var submit = searches.submit(spark, cluster.master(), Map.of());
            var tuning = searches.run(submit, TRIALS, spark + "-orphaned", event -> {});
            // To the second.
            assertThat(tuning.trials()).contains(ended);
            assertSame(tuning);
        } finally {
            build.descendants().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
        }
    }

    private static TrialResult firstTrial(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(Searches.ENDED)) {
                return Json.parse(line.substring(Searches.ENDED.length()), TrialResult.class, "the line");
            }
        }
        throw new AssertionError("the build has ended by itself");
    }

    /** A local cluster, whose executors are told of no module. */
    @ParameterizedTest
    @MethodSource("sparks")
    void theTableIsTheSameOnALocalClusterWithoutTheVectorApi(SparkHome spark) throws Exception {
        var submit = searches.submit(
                spark, "local-cluster[2,1,1024]", Map.of("spark.executor.extraJavaOptions", "--add-modules=java.base"));

        assertSame(searches.run(submit, TRIALS, spark + "-local-cluster", event -> {}));
    }

    /** Jackson among them, in the version of this project instead of that of Spark. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("sparks")
    void theTableIsTheSameWithTheLibrariesOfTheUserFirst(SparkHome spark) throws Exception {
        var submit = searches.submit(
                spark,
                cluster(spark).master(),
                Map.of("spark.driver.userClassPathFirst", "true", "spark.executor.userClassPathFirst", "true"));

        assertSame(searches.run(submit, TRIALS, spark + "-own-first", event -> {}));
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void saysBeforeThatAnExecutorIsTooSmall(SparkHome spark) throws Exception {
        var submit = searches.submit(spark, "spark://127.0.0.1:1", Map.of("spark.executor.memory", "200m"));

        assertThatThrownBy(() -> searches.run(submit, TRIALS, spark + "-small", event -> {}))
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
        var submit = searches.submit(spark, "spark://127.0.0.1:1", Map.of());

        assertThatThrownBy(() -> searches.run(submit, TRIALS, spark + "-away", event -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "the master spark://127.0.0.1:1 does not answer. Check <sparkMaster> (-Dlenet.sparkMaster), and"
                                + " whether the cluster runs");
    }

    private static StandaloneCluster cluster(SparkHome spark) throws Exception {
        if (!CLUSTERS.containsKey(spark)) {
            CLUSTERS.put(spark, StandaloneCluster.start(spark, folder.resolve(spark + "-cluster")));
        }
        return CLUSTERS.get(spark);
    }

    private static void assertSame(Tuning tuning) {
        assertThat(Searches.withoutSeconds(tuning)).isEqualTo(Searches.withoutSeconds(expected));
    }
}
