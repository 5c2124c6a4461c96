package io.github.lenet.maven.build;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Where a goal works: in a module, or in a folder without a POM, for which Maven makes up a project. That one has no
 * folder, and names that are nobody's.
 *
 * @param session the build
 * @param project the module, or what Maven made up
 */
public record Workplace(MavenSession session, MavenProject project) {

    /** What Maven leaves in the paths of a project without a folder, such as that of {@code target}. */
    private static final String MISSING_FOLDER = "${project.basedir}" + File.separator;

    /**
     * The modules of a build, even those that {@code -pl} leaves out.
     *
     * @param session the build
     * @return all of them
     */
    public static List<MavenProject> modules(MavenSession session) {
        return session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
    }

    /**
     * Tells whether there is a POM.
     *
     * @return false for a folder without one
     */
    public boolean isModule() {
        return project.getBasedir() != null;
    }

    /**
     * The folder that relative names start from.
     *
     * @return the folder of the module, or the working directory where there is no POM
     */
    public Path folder() {
        return isModule() ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /**
     * The folder whose content becomes the jar of the module.
     *
     * @return for example {@code target/classes}
     */
    public Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    /**
     * The path of a parameter, whose default may lie in {@code target}.
     *
     * @param file as Maven hands it over, which has put {@link #folder()} before a relative one
     * @return the path
     */
    public Path resolve(File file) {
        return isModule() ? file.toPath() : Path.of(file.getPath().replace(MISSING_FOLDER, ""));
    }

    /**
     * What a file is called in reports that are kept and published, and are the same wherever the project lies.
     *
     * @param folder the folder of the module
     * @param file the file
     * @return its path from there, with slashes; empty if it lies elsewhere
     */
    public static Optional<String> pathWithin(Path folder, Path file) {
        var base = folder.toAbsolutePath().normalize();
        var place = file.toAbsolutePath().normalize();
        return place.startsWith(base)
                ? Optional.of(base.relativize(place).toString().replace(File.separatorChar, '/'))
                : Optional.empty();
    }

    /**
     * What tells the lines of this module from those of others that are built at the same time.
     *
     * @return for example {@code [digits] } with {@code -T 2}; empty if one module is built after the other
     */
    public String speaker() {
        var isParallel = session.getRequest().getDegreeOfConcurrency() > 1
                && session.getProjects().size() > 1;
        return isParallel ? "[" + project.getArtifactId() + "] " : "";
    }

    /**
     * The name of what is made here.
     *
     * @param configured as Maven hands it over; its default is the artifactId
     * @return the same for a module; else the name of the folder takes the place of the default, in letters that an
     *     artifactId may have
     */
    public String name(String configured) {
        if (isModule() || !configured.equals(project.getArtifactId())) {
            return configured;
        }
        var name = folder().getFileName();
        return name == null ? "lenet" : name.toString().replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
