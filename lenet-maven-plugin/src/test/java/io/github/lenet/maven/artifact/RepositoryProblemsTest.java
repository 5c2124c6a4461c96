package io.github.lenet.maven.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryProblemsTest {

    private static final Artifact MODEL = new DefaultArtifact("com.acme", "digits", "lenet", "zip", "1.0");
    private static final RemoteRepository ACME = repository("https://repo.acme.example/");

    @TempDir
    Path folder;

    @Test
    void areNoneWhenSomethingDoesNotExist() {
        assertThat(RepositoryProblems.list(List.of(new ArtifactNotFoundException(MODEL, ACME)), List.of(ACME)))
                .isEmpty();
    }

    @Test
    void nameTheReasonThatATransportLeavesToTheCause() {
        var refused = new IOException("transfer failed", new IOException("Connection refused"));

        assertThat(problems(new ArtifactTransferException(MODEL, ACME, refused)))
                .singleElement()
                .asString()
                .contains("acme (https://repo.acme.example/)")
                .endsWith("transfer failed: Connection refused");
    }

    @Test
    void nameAReasonOnce() {
        var refused = new ArtifactTransferException(MODEL, ACME, new IOException("status code: 401"));

        assertThat(problems(refused, refused)).singleElement().asString().containsOnlyOnce("401");
    }

    @Test
    void areFoldersThatAreNotThere() throws IOException {
        var there = Files.createDirectory(folder.resolve("with space"));

        assertThat(missing("file://" + there, there.toUri().toString())).isEmpty();
        assertThat(missing("file://" + folder.resolve("not there")))
                .containsExactly("the folder of the repository acme does not exist: " + folder.resolve("not there"));
    }

    @Test
    void areNoAddressesThatOnlyMavenCanRead() {
        assertThat(missing("file://C:\\repository", "file:relative")).isEmpty();
    }

    private static List<String> problems(Exception... exceptions) {
        return RepositoryProblems.list(List.of(exceptions), List.of(ACME));
    }

    private static List<String> missing(String... urls) {
        return List.of(urls).stream()
                .flatMap(url -> RepositoryProblems.list(List.of(), List.of(repository(url))).stream())
                .toList();
    }

    private static RemoteRepository repository(String url) {
        return new RemoteRepository.Builder("acme", "default", url).build();
    }
}
