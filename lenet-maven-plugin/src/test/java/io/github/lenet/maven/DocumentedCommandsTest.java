package io.github.lenet.maven;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The commands in the README and in docs: the integration test {@code documented-commands} runs each of them, or it is
 * listed here with the reason why not.
 */
class DocumentedCommandsTest {

    private static final Pattern FENCED_BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```");

    private static final Path RUN = Path.of("src", "it", "documented-commands", "invoker.properties");

    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            entry("mvn -B install -pl lenet-archetype -am -DskipTests", "changes the repository of the user"),
            entry(
                    "mvn -B archetype:generate -DarchetypeGroupId=io.github.lenet -DarchetypeArtifactId=lenet-archetype"
                            + " -DarchetypeVersion=0.1.0-SNAPSHOT -DgroupId=com.acme -DartifactId=digits",
                    "needs the installed archetype; its own integration test generates and builds two projects"),
            entry(
                    "mvn -B install -pl lenet-archetype,lenet-spark -am -DskipTests",
                    "changes the repository of the user"),
            entry(
                    "mvn lenet:tune -Dlenet.executor=spark -Dlenet.sparkMaster=spark://host:7077",
                    "needs a cluster; the tests of lenet-spark search on real ones"),
            entry("mvn -B verify", "is what runs this test"),
            entry("mvn -B verify -pl example-project -am -DskipTests", "trains on the whole of MNIST; .ci/run does it"),
            entry("mvn -B verify -pl example-project -am -DskipTests -Pcuda", "needs a graphics card"),
            entry(
                    "mvn lenet:evaluate -Dlenet.dataset=qmnist -Dlenet.split=extra",
                    "needs QMNIST, which no package registry has"),
            entry(
                    "mvn lenet:tune -Dlenet.search=\"learningRate=0.0005..0.01 log; batchSize=32,64,128; weightDecay=0..0.1;"
                            + " augmentation=shift,affine\"",
                    "takes minutes; the integration test tune searches on the drawn digits"),
            entry(
                    "mvn -B verify -pl benchmark -am -DskipTests -Pbenchmark -Dbenchmark.main=LetterPictures",
                    "draws in the fonts of the machine, which may have none"),
            entry(
                    "mvn lenet:tune -Dlenet.dataset=letters -Dlenet.dataDirectory=benchmark/target/benchmark/letters"
                            + " -Dlenet.search=\"learningRate=0.0005..0.01 log; batchSize=16,32,64; weightDecay=0..0.1;"
                            + " augmentation=none,shift,affine\"",
                    "takes minutes, and needs those pictures"),
            entry("mvn lenet:train -Dlenet.debugForkedProcess", "waits until a debugger attaches"),
            entry(
                    "mvn lenet:train lenet:verify -Dlenet.dataset=fashion-mnist -Dlenet.epochs=30 -Dlenet.weightDecay=0.05"
                            + " -Dlenet.minimumAccuracy=0.90",
                    "takes minutes; the integration test fashion-mnist trains two epochs"));

    /** BackendResolverTest compares these with what the plugin prints; they need a repository that has everything. */
    private static final String PRINTED_BY_THE_PLUGIN = "mvn dependency:get ";

    @Test
    void everyCommandIsRunOrListedHere() throws IOException {
        var known = new TreeSet<>(NOT_RUN.keySet());
        known.addAll(run());

        assertThat(documented()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyCommandThatIsNotRunIsDocumented() throws IOException {
        assertThat(documented()).containsAll(NOT_RUN.keySet());
        assertThat(run()).doesNotContainAnyElementsOf(NOT_RUN.keySet());
    }

    private static List<String> documented() throws IOException {
        try (var pages = Files.list(Path.of("..", "docs"))) {
            return Stream.concat(Stream.of(Path.of("..", "README.md")), pages.filter(Files::isRegularFile))
                    .flatMap(DocumentedCommandsTest::blocks)
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith("mvn ") && !line.startsWith(PRINTED_BY_THE_PLUGIN))
                    .toList();
        }
    }

    private static Stream<String> blocks(Path page) {
        try {
            return FENCED_BLOCK.matcher(Files.readString(page)).results().map(block -> block.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Collection<String> run() throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(RUN)) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("invoker.goals."))
                .map(name -> "mvn " + properties.getProperty(name))
                .toList();
    }
}
