package io.github.lenet.maven.training;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.ModuleNotes;
import java.nio.file.Files;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Attaches a model to its module, so that {@code install} and {@code deploy} publish it with the jar.
 *
 * @param projects attaches files
 * @param invocation the execution that made the model
 */
public record Attachment(MavenProjectHelper projects, Invocation invocation) {

    /**
     * Whether the facts of the run are published with the model.
     *
     * @param wanted what somebody wrote, or null
     * @param outputTimestamp {@code project.build.outputTimestamp}, which asks for a build that gives the same files
     *     again; by a convention of Maven's plugins a single letter switches off what a parent has set
     * @return what was wanted; by default, whether the build need not be reproducible
     */
    public static boolean takesProvenance(@Nullable Boolean wanted, String outputTimestamp) {
        var reproducible = outputTimestamp != null && outputTimestamp.matches("\\d|..+");
        return wanted == null ? !reproducible : wanted;
    }

    /**
     * Attaches the archive as {@code zip}, and as {@code json} its provenance and, of data of the user's own, the
     * digests of its training images. A goal of the command line attaches nothing, because nothing is published there.
     *
     * @param files the model and what belongs to it
     * @param classifier of the archive; those of the others have {@code -provenance} and {@code -training-images}
     *     behind it
     * @param provenance whether the facts of the run, which another run does not give again, are published
     * @throws MojoExecutionException if another execution of the module has attached its model under this classifier
     */
    public void attach(TrainedFiles files, String classifier, boolean provenance) throws MojoExecutionException {
        if (invocation.isDirect()) {
            return;
        }
        var id = invocation.id();
        var project = invocation.project();
        var owner = ModuleNotes.of(project, "attached-models").putIfAbsent(classifier, id);
        if (owner == null) {
            projects.attachArtifact(project, "zip", classifier, files.model().toFile());
            if (provenance) {
                projects.attachArtifact(
                        project,
                        "json",
                        classifier + "-provenance",
                        files.provenance().toFile());
            }
            if (Files.exists(files.trainingImages())) {
                projects.attachArtifact(
                        project,
                        "json",
                        classifier + "-training-images",
                        files.trainingImages().toFile());
            }
        } else if (!owner.equals(id)) {
            throw new MojoExecutionException(format(
                    "The executions '%s' and '%s' of this module both attach a model with the classifier %s. Give one of"
                            + " them its own <classifier>, or <attach>false</attach>.",
                    owner, id, classifier));
        }
    }
}
