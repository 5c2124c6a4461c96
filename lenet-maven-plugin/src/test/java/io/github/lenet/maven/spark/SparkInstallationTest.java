package io.github.lenet.maven.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds folders that look like a Spark; the module {@code lenet-spark} runs real ones. */
@DisabledOnOs(OS.WINDOWS)
class SparkInstallationTest {

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        home = spark("spark", "spark-core_2.13-3.5.9.jar");
    }

    private Path spark(String name, String core) throws IOException {
        var installation = folder.resolve(name);
        Files.createDirectories(installation.resolve("jars"));
        Files.createFile(installation.resolve("jars").resolve(core));
        var submit = Files.createDirectories(installation.resolve("bin")).resolve("spark-submit");
        assertThat(Files.createFile(submit).toFile().setExecutable(true)).isTrue();
        return installation;
    }

    @Test
    void thePomComesFirstThenTheVariableThenThePath() throws Exception {
        var other = spark("other", "spark-core_2.13-4.1.3.jar");
        var third = spark("third", "spark-core_2.12-3.5.9.jar");
        var environment = Map.of("SPARK_HOME", other.toString(), "PATH", "/nowhere::" + third.resolve("bin"));

        assertThat(SparkInstallation.find(home, environment).submit()).isEqualTo(home.resolve("bin/spark-submit"));
        assertThat(SparkInstallation.find(null, environment).home()).isEqualTo(other);
        assertThat(SparkInstallation.find(null, Map.of("PATH", environment.get("PATH"))))
                .isEqualTo(new SparkInstallation(third.toRealPath().resolve("bin/spark-submit"), third.toRealPath()));
    }

    @Test
    void aLinkOnThePathLeadsToTheInstallation() throws Exception {
        var link = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
        Files.createSymbolicLink(link, home.resolve("bin/spark-submit"));

        assertThat(SparkInstallation.find(null, Map.of("PATH", link.getParent().toString()))
                        .home())
                .isEqualTo(home.toRealPath());
    }

    /** As pip puts it beside python. */
    @Test
    void aProgramOnThePathMayLieInNoInstallation() throws Exception {
        var script = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
        assertThat(Files.createFile(script).toFile().setExecutable(true)).isTrue();

        var found =
                SparkInstallation.find(null, Map.of("PATH", script.getParent().toString()));

        assertThat(found).isEqualTo(new SparkInstallation(script, null));
        assertThat(found.defaults(Map.of())).isEmpty();
    }

    @Test
    void saysWhereItHasLooked() {
        assertRefused(null, Map.of("PATH", folder.toString()), "needs an Apache Spark 3.5 or newer on this machine");
        assertRefused(null, Map.of("SPARK_HOME", folder.toString()), "bin/spark-submit (from the variable SPARK_HOME)");
        assertRefused(
                folder.resolve("nothing"),
                Map.of(),
                "is no folder of an Apache Spark: there is no " + folder.resolve("nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark-core_2.12-3.4.4.jar", "spark-core_2.11-2.4.8.jar"})
    void refusesASparkThatIsTooOld(String core) throws Exception {
        assertRefused(spark("old", core), Map.of(), ", but it must be 3.5 or newer");
    }

    @Test
    void theConfigurationIsThatOfTheInstallationUnlessAVariableNamesAnother() throws Exception {
        var found = SparkInstallation.find(home, Map.of());

        assertThat(found.defaults(Map.of())).hasValue(home.resolve("conf/spark-defaults.conf"));
        assertThat(found.defaults(Map.of("SPARK_CONF_DIR", "/etc/spark")))
                .hasValue(Path.of("/etc/spark/spark-defaults.conf"));
    }

    private static void assertRefused(Path sparkHome, Map<String, String> environment, String message) {
        assertThatThrownBy(() -> SparkInstallation.find(sparkHome, environment))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(message);
    }
}
