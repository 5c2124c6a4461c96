package io.github.lenet.spark;

import io.github.lenet.io.FileTree;
import io.github.lenet.maven.spark.SparkInstallation;
import io.github.lenet.maven.worker.JavaExecutable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The folder of a Spark that this build has put together. */
public record SparkHome(Path folder) {

    /** Hadoop's libraries call what JDK 23 refuses. */
    static final int NEWEST_JAVA = 22;

    /** Every one of them: one, and with the profile {@code matrix} the others. */
    static Stream<SparkHome> all() throws IOException {
        try (var sparks = Files.newDirectoryStream(Path.of(System.getProperty("lenet.test.sparks")), "spark-*")) {
            var homes = new ArrayList<SparkHome>();
            for (var spark : sparks) {
                homes.add(new SparkHome(spark.resolve("spark-home")));
            }
            return homes.stream();
        }
    }

    SparkInstallation installation() throws IOException {
        for (var script : List.of("spark-class", "spark-submit")) {
            // The copy of a folder may lose it.
            var unused = folder.resolve("bin").resolve(script).toFile().setExecutable(true);
        }
        return SparkInstallation.find(folder, Map.of());
    }

    /** The JVM that it runs on: this one, or where that is too new an older one beside it. */
    public JavaExecutable java() throws IOException {
        return jdk(release -> release <= NEWEST_JAVA);
    }

    /** This JVM, or else one that is installed beside it; without one, the test is skipped. */
    static JavaExecutable jdk(IntPredicate release) throws IOException {
        var ofThis = JavaExecutable.ofThisJvm();
        if (release.test(ofThis.release())) {
            return ofThis;
        }
        var home = home(ofThis).toRealPath();
        try (var others =
                Files.newDirectoryStream(FileTree.folderOf(home), other -> Files.exists(other.resolve("release")))) {
            for (var other : others) {
                var found = JavaExecutable.ofToolchain(other.resolve("bin").resolve("java"));
                if (release.test(found.release())) {
                    return found;
                }
            }
        } catch (MojoExecutionException e) {
            throw new IOException(e);
        }
        throw new TestAbortedException("no such JDK is installed beside " + home);
    }

    /** Names a JVM in the configuration, or with null takes the name out. */
    public void runOn(@Nullable JavaExecutable java) throws IOException {
        var file = folder.resolve("conf").resolve("spark-env.sh");
        if (java == null) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(FileTree.folderOf(file));
            Files.writeString(file, "export JAVA_HOME='" + home(java) + "'\n");
        }
    }

    private static Path home(JavaExecutable java) {
        return FileTree.folderOf(FileTree.folderOf(java.file()));
    }

    /** Starts a process of Spark with its output in a file. */
    Process start(Path output, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(FileTree.folderOf(installation().submit())
                .resolve("spark-class")
                .toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", home(java()).toString(),
                        "SPARK_HOME", folder.toString(),
                        "SPARK_DAEMON_MEMORY", "256m"));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    @Override
    public String toString() {
        return FileTree.folderOf(folder).getFileName().toString();
    }
}
