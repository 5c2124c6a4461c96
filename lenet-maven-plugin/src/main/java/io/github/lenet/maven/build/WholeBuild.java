package io.github.lenet.maven.build;

import io.github.lenet.io.FileTree;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The build that a module is part of, which may be larger than the one that runs.
 *
 * @param session the build that runs
 * @param module the module
 */
public record WholeBuild(MavenSession session, MavenProject module) {

    /**
     * What builds the module together with all that it depends on.
     *
     * @return a command that can be copied into the folder where this build was started
     */
    public String command() {
        var started =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        var root = root().normalize();
        var file = FileTree.folderOf(root).equals(started) ? "" : " -f " + quoted(relative(started, root));
        return "mvn" + file + " verify -pl :" + module.getArtifactId() + " -am";
    }

    /** The POM of the outermost parent on this machine that lists modules. */
    private Path root() {
        var root = module;
        for (var parent = module; parent != null && parent.getFile() != null; parent = parent.getParent()) {
            root = parent.getModules().isEmpty() ? root : parent;
        }
        return root.getFile().toPath().toAbsolutePath();
    }

    private static Path relative(Path folder, Path file) {
        try {
            return folder.relativize(file);
        } catch (IllegalArgumentException e) {
            // On another drive of Windows.
            return file;
        }
    }

    private static String quoted(Path path) {
        return path.toString().contains(" ") ? "\"" + path + "\"" : path.toString();
    }
}
