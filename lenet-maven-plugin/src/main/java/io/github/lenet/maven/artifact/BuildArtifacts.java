package io.github.lenet.maven.artifact;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.artifact.Resolution.Found;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Finds single archives wherever a dependency would be found: in the modules of the running build, and else in the
 * repositories.
 *
 * <p>What a module of this build is to hold is never taken from a repository, which may have that of last week.
 *
 * @param modules the modules of the running build
 * @param repositories finds what is of no module
 */
public record BuildArtifacts(List<MavenProject> modules, ArtifactResolver repositories) {

    /** Keeps a copy. */
    public BuildArtifacts {
        modules = List.copyOf(modules);
    }

    /**
     * Finds an archive; of a range of versions, the highest release in the repositories, whatever the modules are.
     *
     * @param reference the archive
     * @return the archive, or that there is none
     * @throws MojoExecutionException if it is of a module that has not attached it, or a repository cannot be asked
     */
    public Resolution find(ArtifactReference reference) throws MojoExecutionException {
        var module = modules.stream().filter(reference::isOf).findFirst();
        return module.isPresent() ? attached(module.get(), reference) : repositories.resolve(reference, false);
    }

    private static Resolution attached(MavenProject module, ArtifactReference reference) throws MojoExecutionException {
        return Stream.concat(Stream.ofNullable(module.getArtifact()), module.getAttachedArtifacts().stream())
                .filter(artifact -> isMeant(artifact, reference))
                .map(Artifact::getFile)
                .filter(file -> file != null && file.isFile())
                .map(File::toPath)
                .findFirst()
                .map(file -> new Found(reference.coordinates(), reference.version(), file))
                .orElseThrow(() -> new MojoExecutionException(format(
                        "%s is of a module of this build, which has attached no such file: let this module depend on that one,"
                                + " which is then built first, and call a phase in which it attaches the file, such as `mvn verify`.",
                        reference.element())));
    }

    private static boolean isMeant(Artifact artifact, ArtifactReference reference) {
        return artifact.getArtifactHandler().getExtension().equals(reference.type())
                && Optional.ofNullable(artifact.getClassifier()).orElse("").equals(reference.classifier());
    }
}
