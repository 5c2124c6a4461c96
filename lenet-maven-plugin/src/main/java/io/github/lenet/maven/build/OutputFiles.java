package io.github.lenet.maven.build;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Remembers which execution of a module writes which file, so that no execution silently replaces the result of
 * another.
 */
public final class OutputFiles {

    private OutputFiles() {}

    /**
     * Claims files for an execution. An execution that runs twice, as in {@code mvn verify install}, and a goal of the
     * command line may replace its files.
     *
     * @param invocation the execution that is about to write
     * @param files what it writes
     * @throws MojoExecutionException if another execution of the module has written one of them
     */
    public static void claim(Invocation invocation, Path... files) throws MojoExecutionException {
        if (invocation.isDirect()) {
            return;
        }
        var owners = ModuleNotes.of(invocation.project(), "output-files");
        for (var file : files) {
            var id = invocation.id();
            var owner = owners.putIfAbsent(file.toAbsolutePath().normalize().toString(), id);
            if (owner != null && !owner.equals(id)) {
                throw new MojoExecutionException(
                        "The executions '" + owner + "' and '" + id + "' of this module both write " + file
                                + ". Give one of them its own <outputDirectory>${project.build.directory}/lenet-" + id
                                + "</outputDirectory>, and its own <resourcePath> if it has one.");
            }
        }
    }
}
