package io.github.lenet.spark;

import static io.github.lenet.spark.Searches.TRIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.search.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sparks on another Java than that of the build: newer, older, and with fewer modules. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkJavaTest {

    /** All that Spark needs, and no Vector API. */
    private static final String MODULES =
            "java.se,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs";

    private static final String REMEDY =
            "Java 17 fits: set JAVA_HOME in its conf/spark-env.sh to a JDK 17, or choose one with"
                    + " <jdkToolchain>; without either it runs on the JDK of Maven.";

    @TempDir
    private static Path folder;

    private static Searches searches;

    private static Tuning expected;

    @BeforeAll
    static void searchOnThisMachine() throws Exception {
        searches = new Searches(folder);
        expected = searches.onThisMachine();
    }

    static Stream<SparkHome> sparks() throws IOException {
        return SparkHome.all();
    }

    @AfterEach
    void leaveTheJavaOpen() throws IOException {
        for (var spark : sparks().toList()) {
            spark.runOn(null);
        }
    }

    @ParameterizedTest
    @MethodSource("sparks")
    void saysThatTheJavaOfTheDriverIsTooOld(SparkHome spark) throws Exception {
        var newer = NewerClass.folderOf(SparkDriver.class, folder);
        var submit = searches.submit(spark, "local[2]", Map.of("spark.driver.extraClassPath", newer));

        assertThatThrownBy(() -> searches.run(submit, TRIALS, spark + "-old", event -> {}))
                .hasMessageStartingWith(
                        "The search failed because " + spark.installation().submit()
                                + " did not start: it runs on a Java that is older than 17. " + REMEDY);
    }

    /** No Spark of the matrix runs on a Java that new; Maven does. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("sparks")
    void saysThatTheJavaOfTheDriverIsTooNewUnlessTheConfigurationOfSparkNamesAnother(SparkHome spark) throws Exception {
        var newer = SparkHome.jdk(release -> release > SparkHome.NEWEST_JAVA);
        var submit = searches.submit(spark, newer, "local[2]", Map.of());
        assertThatThrownBy(() -> searches.run(submit, TRIALS, spark + "-new", event -> {}))
                .hasMessageStartingWith(
                        "The search failed because " + spark.installation().submit()
                                + " did not start: this Spark does not run on Java 23 or newer. " + REMEDY);

        spark.runOn(spark.java());

        assertSame(searches.run(submit, TRIALS, spark + "-new", event -> {}));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("sparks")
    void theTableIsTheSameOnAJavaWithoutTheVectorApi(SparkHome spark) throws Exception {
        assumeThat(spark.toString())
                .as("a Spark that does not ask for it itself")
                .startsWith("spark-3.");
        var java = link(spark.java(), folder.resolve(spark + "-jre"));
        spark.runOn(new JavaExecutable(
                java.resolve("bin").resolve("java"), spark.java().release(), false));
        try (var cluster = StandaloneCluster.start(spark, folder.resolve(spark + "-cluster"))) {
            var submit =
                    searches.submit(spark, cluster.master(), Map.of("spark.executorEnv.JAVA_HOME", java.toString()));

            assertSame(searches.run(submit, TRIALS, spark + "-jre", event -> {}));
        }
    }

    /** Of those that start, and end at once, a standalone master starts more and more. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("sparks")
    void saysThatExecutorsCannotBeStarted(SparkHome spark) throws Exception {
        try (var cluster = StandaloneCluster.start(spark, folder.resolve(spark + "-other"))) {
            var submit = searches.submit(spark, cluster.master(), Map.of("spark.executorEnv.JAVA_HOME", "/nowhere"));

            assertThatThrownBy(() -> searches.run(submit, TRIALS, spark + "-nowhere", event -> {}))
                    .hasMessageContaining("the cluster has ended the application (")
                    .hasMessageContaining(
                            "its executors do not start; the page of the cluster leads to their stderr. They need"
                                    + " Java 17");
        }
    }

    /** A JVM of its own, made of some modules of a JDK. */
    private static Path link(JavaExecutable jdk, Path image) throws Exception {
        var jlink = jdk.file().resolveSibling("jlink").toString();
        var process = new ProcessBuilder(jlink, "--add-modules", MODULES, "--output", image.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return image;
    }

    private static void assertSame(Tuning tuning) {
        assertThat(Searches.withoutSeconds(tuning)).isEqualTo(Searches.withoutSeconds(expected));
    }
}
