package io.github.lenet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The Maven of an integration test once more, for the scripts in {@code src/it} that start builds themselves. */
public final class NestedMaven {

    private NestedMaven() {}

    /**
     * Prepares a build in batch mode, offline, with the settings and the local repository of the integration test. Its
     * output and its errors come together.
     *
     * @param project folder of the integration test
     * @param localRepository its local repository
     * @param directory where to build
     * @param arguments goals, phases and options
     * @return what starts the build
     */
    public static ProcessBuilder at(File project, Object localRepository, File directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                new File(System.getProperty("maven.home"), "bin/mvn").getPath(),
                "-B",
                "-o",
                "-s",
                new File(project.getParentFile(), "interpolated-settings.xml").getPath(),
                "-Dmaven.repo.local=" + localRepository));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(directory).redirectErrorStream(true);
    }

    /**
     * Prepares a build of a copy of the project of the integration test.
     *
     * @param project folder of the integration test
     * @param localRepository its local repository
     * @param checkout folder below it for the copy
     * @param arguments goals, phases and options
     * @return what starts the build
     * @throws IOException if the copy cannot be made
     */
    public static ProcessBuilder ofCopy(File project, Object localRepository, File checkout, List<String> arguments)
            throws IOException {
        Files.createDirectories(checkout.toPath());
        var pom = Files.readString(project.toPath().resolve("pom.xml"));
        Files.writeString(checkout.toPath().resolve("pom.xml"), pom.replace("../it-parent", "../../it-parent"));
        return at(project, localRepository, checkout, arguments);
    }
}
