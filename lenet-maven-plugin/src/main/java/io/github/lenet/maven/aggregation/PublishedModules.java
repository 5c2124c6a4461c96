package io.github.lenet.maven.aggregation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Reads the POMs of dependencies that are no modules of the build.
 *
 * @param repositories finds POMs
 * @param projects reads them
 * @param session the build
 */
public record PublishedModules(ArtifactResolver repositories, ProjectBuilder projects, MavenSession session) {

    /**
     * Reads the POM of a dependency, with what it inherits.
     *
     * @param dependency the dependency, of whatever type
     * @return the project that the POM describes
     * @throws MojoExecutionException if nobody can tell what stands in it; the message is a sentence without its full
     *     stop
     */
    MavenProject read(Dependency dependency) throws MojoExecutionException {
        var coordinates =
                format("%s:%s:pom:%s", dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
        try {
            var resolution = repositories.resolve(ArtifactReference.parse("dependency", coordinates, ""), true);
            if (resolution instanceof Missing missing) {
                throw new MojoExecutionException(missing.reason());
            }
            return build(dependency, ((Found) resolution).version());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        } catch (ProjectBuildingException e) {
            // Maven lists the problems of a POM on lines of their own.
            throw new MojoExecutionException(
                    String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "));
        }
    }

    private MavenProject build(Dependency dependency, String version) throws ProjectBuildingException {
        var pom = new DefaultArtifact(dependency.getGroupId(), dependency.getArtifactId(), "pom", version);
        var request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        return projects.build(RepositoryUtils.toArtifact(pom), request).getProject();
    }
}
