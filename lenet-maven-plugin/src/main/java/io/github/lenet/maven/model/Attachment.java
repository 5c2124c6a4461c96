package io.github.lenet.maven.model;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ExportFormat;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.ModuleNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Attaches a model, or what other libraries read of it, to its module, so that {@code install} and {@code deploy}
 * publish it with the jar.
 *
 * @param projects attaches files
 * @param invocation the execution that made the model
 */
public record Attachment(MavenProjectHelper projects, Invocation invocation) {

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
        if (!claims("zip", classifier, "attach")) {
            return;
        }
        attach("zip", classifier, files.model());
        if (provenance) {
            attach("json", classifier + "-provenance", files.provenance());
        }
        if (Files.exists(files.trainingImages())) {
            attach("json", classifier + "-training-images", files.trainingImages());
        }
    }

    /**
     * Attaches exported files, each as an artifact whose type is the name of its format. A goal of the command line
     * attaches nothing.
     *
     * @param files the files by their formats
     * @param classifier of each of them
     * @throws MojoExecutionException if another execution of the module has attached such a file under this classifier
     */
    public void attach(Map<ExportFormat, Path> files, String classifier) throws MojoExecutionException {
        for (var file : files.entrySet()) {
            var type = file.getKey().toString();
            if (claims(type, classifier, "attachExports")) {
                attach(type, classifier, file.getValue());
            }
        }
    }

    private void attach(String type, String classifier, Path file) {
        projects.attachArtifact(invocation.project(), type, classifier, file.toFile());
    }

    /** Whether this execution attaches something that is not attached yet. */
    private boolean claims(String type, String classifier, String parameter) throws MojoExecutionException {
        if (invocation.isDirect()) {
            return false;
        }
        var id = invocation.id();
        var owner = ModuleNotes.of(invocation.project(), "attached-models").putIfAbsent(type + ":" + classifier, id);
        if (owner != null && !owner.equals(id)) {
            throw new MojoExecutionException(format(
                    "The executions '%s' and '%s' of this module both attach a model of the type %s with the classifier %s."
                            + " Give one of them its own <classifier>, or <%5$s>false</%5$s>.",
                    owner, id, type, classifier, parameter));
        }
        return owner == null;
    }
}
