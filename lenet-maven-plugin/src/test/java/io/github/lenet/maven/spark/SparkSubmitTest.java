package io.github.lenet.maven.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSubmitTest {

    private static final JavaExecutable JAVA = new JavaExecutable(Path.of("/jdk/bin/java"), 17, true);

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = Files.createFile(folder.resolve("lenet core.jar"));
        Files.createDirectories(folder.resolve("conf"));
    }

    private SparkSubmit submit(String master, Map<String, String> conf, Path... jars) {
        return new SparkSubmit(
                new SparkInstallation(folder.resolve("bin/spark-submit"), folder),
                JAVA,
                new SparkOptions(folder, master, conf),
                "lenet:tune digits",
                List.of(jars));
    }

    private Properties properties(SparkSubmit submit) throws IOException {
        var command = submit.prepare(folder, Path.of("/tmp/events"));
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(command.get(2)))) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void findsTheConfigurationOfHadoopWhereTheVariablesOfTheUserSay() {
        assertThat(submit("yarn", Map.of(), jar).needsWholeEnvironment()).isTrue();
    }

    @Test
    void theCommandLineHasNoSecretAndTheFileWithItIsPrivate() throws Exception {
        var submit = submit("yarn", Map.of("spark.authenticate.secret", "swordfish"), jar);

        var command = submit.prepare(folder, Path.of("/tmp/events"));

        assertThat(command)
                .containsExactly(
                        folder.resolve("bin/spark-submit").toString(),
                        "--properties-file",
                        folder.resolve("spark.properties").toString(),
                        "--class",
                        "io.github.lenet.spark.SparkDriver",
                        "spark-internal",
                        "/tmp/events");
        assertThat(properties(submit)).containsEntry("spark.authenticate.secret", "swordfish");
        assertThat(submit.environment())
                .containsOnly(Map.entry("JAVA_HOME", "/jdk"), Map.entry("SPARK_HOME", folder.toString()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseReadsTheProperties() throws Exception {
        submit(null, Map.of(), jar).prepare(folder, Path.of("/tmp/events"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("spark.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void thePomWinsOverTheConfigurationOfSparkWhichStays() throws Exception {
        Files.writeString(folder.resolve("conf/spark-defaults.conf"), """
                # As Spark's own template has it.
                spark.master            spark://host:7077
                spark.executor.memory   4g\s
                spark.ssl.enabled       true
                spark.jars              /opt/site.jar
                spark.submit.deployMode cluster
                spark.driver.extraJavaOptions -Dsite=true
                spark.executor.extraJavaOptions --add-modules=java.se
                """);

        var properties = properties(submit(null, Map.of("spark.executor.memory", "2g"), jar));

        assertThat(properties)
                .containsOnly(
                        Map.entry("spark.master", "spark://host:7077"),
                        Map.entry("spark.executor.memory", "2g"),
                        Map.entry("spark.ssl.enabled", "true"),
                        Map.entry("spark.jars", "/opt/site.jar," + jar),
                        Map.entry("spark.submit.deployMode", "client"),
                        Map.entry("spark.app.name", "lenet:tune digits"),
                        Map.entry("spark.ui.showConsoleProgress", "false"),
                        Map.entry("spark.driver.extraJavaOptions", "-Dsite=true --add-modules=ALL-SYSTEM"),
                        Map.entry("spark.executor.extraJavaOptions", "--add-modules=java.se"));
        assertThat(properties(submit("k8s://https://host:443", Map.of(), jar)))
                .containsEntry("spark.master", "k8s://https://host:443");
    }

    @Test
    void aDamagedConfigurationIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("conf/spark-defaults.conf"), "spark.master \\u12");

        assertThatThrownBy(() -> properties(submit(null, Map.of(), jar)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is no file of properties: ");
    }

    @Test
    void takesJarsAlone() throws Exception {
        var comma = Files.createFile(folder.resolve("a,b.jar"));

        assertThatThrownBy(() -> submit(null, Map.of(), jar, folder))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("executor is spark, but takes jars alone, but " + folder + " is none");
        assertThatThrownBy(() -> submit(null, Map.of(), comma))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(comma.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "executor.memory, 2g, is no property of Spark",
        "spark.executor.memory,, has no value",
        "spark.submit.deployMode, cluster, must be client"
    })
    void refusesAPropertyThatCannotBeMeant(String name, String value, String reason) {
        var conf = new HashMap<String, String>();
        conf.put(name, value);

        assertThatThrownBy(() -> new SparkOptions(null, null, conf))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> {
                    assertThat(e.parameter()).isEqualTo("sparkConf/" + name);
                    assertThat(e.reason()).startsWith(reason);
                });
    }

    @Test
    void quotesOfTheLogWhatTellsWhyTheDriverDidNotStart() {
        var submit = submit(null, Map.of(), jar);

        assertThat(submit.reasons(List.of("INFO Master", "Exception in thread main", "at X", "Error: no class")))
                .containsExactly("Exception in thread main", "Error: no class");
        assertThat(submit.reasons(List.of("bash: no such file"))).containsExactly("bash: no such file");
        assertThat(submit.remedy(List.of("bash: no such file"))).isEmpty();
    }

    /** Each as Spark 3.5 prints it on such a Java. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.UnsupportedClassVersionError: io/github/lenet/spark/SparkDriver | is older than 17",
                "java.lang.UnsupportedOperationException: getSubject is not supported | does not run on Java 23 or newer"
            })
    void saysThatTheJavaOfSparkDoesNotFit(String printed, String reason) {
        var submit = submit(null, Map.of(), jar);
        var lines = List.of("Exception in thread main", printed);

        assertThat(submit.reasons(lines)).singleElement().asString().contains(reason);
        assertThat(submit.remedy(lines)).startsWith("Java 17 fits: set JAVA_HOME in its conf/spark-env.sh");
    }
}
