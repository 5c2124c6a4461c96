package io.github.lenet.maven.backend;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.English;
import java.io.File;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/** Says how much is about to be downloaded. */
final class DownloadSize {

    /** What a file that the table does not list counts for: 5 MB in 26 files. */
    private static final long SMALL_FILE = 200_000;

    private DownloadSize() {}

    /**
     * The line to print before a download.
     *
     * @param backend what is downloaded
     * @param missing the files that are not there yet
     * @param localRepository where they go
     * @return for example {@code Downloading Deeplearning4j for the backend cuda on linux-x86_64: 41 files, about 656
     *     MB, ...}
     */
    static String announcement(Backend backend, List<Artifact> missing, File localRepository) {
        return format(
                "Downloading %s: %s, about %d MB, once, into %s",
                backend.describe(),
                English.count(missing.size(), "file"),
                Math.max(1, Math.round(bytes(missing) / 1e6)),
                localRepository);
    }

    static long bytes(List<Artifact> artifacts) {
        var sizes = Resources.properties("sizes.properties");
        return artifacts.stream()
                .map(DownloadSize::fileName)
                .mapToLong(name -> Long.parseLong(sizes.getProperty(name, String.valueOf(SMALL_FILE))))
                .sum();
    }

    private static String fileName(Artifact artifact) {
        var name = artifact.getArtifactId() + "-" + artifact.getVersion();
        return artifact.getClassifier().isEmpty() ? name : name + "-" + artifact.getClassifier();
    }
}
