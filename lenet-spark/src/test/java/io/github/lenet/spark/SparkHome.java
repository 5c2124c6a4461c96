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
import java.util.stream.Stream;

/** The folder of a Spark that this build has put together. */
record SparkHome(Path folder) {

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

    /** Starts a process of Spark with its output in a file. */
    Process start(Path output, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(FileTree.folderOf(installation().submit())
                .resolve("spark-class")
                .toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        var java = JavaExecutable.ofThisJvm().file();
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", FileTree.folderOf(FileTree.folderOf(java)).toString(),
                        "SPARK_HOME", folder.toString(),
                        "SPARK_DAEMON_MEMORY", "256m"));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    @Override
    public String toString() {
        return FileTree.folderOf(folder).getFileName().toString();
    }
}
