package io.github.lenet.recipe;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A digest of the code that decides the bits of a model. Many codes share the version {@code 0.1.0-SNAPSHOT}, and a
 * model that another one of them has trained is not to be taken for that of the running one.
 */
final class CodeDigest {

    /**
     * The rooms whose code decides numbers or bytes of a model. A test compares them with the rooms that a training
     * reaches.
     */
    static final List<String> ROOMS = List.of(
            "archive",
            "dataset",
            "deeplearning4j",
            "json",
            "kernel",
            "network",
            "parameter",
            "recipe",
            "training",
            "worker");

    private CodeDigest() {}

    /** The digest of the running code, in hexadecimal; it reads the class files and loads none of them. */
    static String current() {
        try {
            return of(Path.of(CodeDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of lenet-core cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of lenet-core is no URI", e);
        }
    }

    /**
     * The digest of the code in a place.
     *
     * @param place a jar, or a folder with the same content
     * @return the same digest for the same class files, in hexadecimal
     * @throws IOException if it cannot be read
     */
    static String of(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return ofRoot(place);
        }
        try (var jar = FileSystems.newFileSystem(place)) {
            return ofRoot(jar.getPath("/"));
        }
    }

    private static String ofRoot(Path root) throws IOException {
        var digest = Sha256.begin();
        for (var room : ROOMS) {
            var folder = root.resolve("io/github/lenet").resolve(room);
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var content = Files.readAllBytes(file);
                    digest.update(format("%s %d\n", folder.relativize(file), content.length)
                            .getBytes(StandardCharsets.UTF_8));
                    digest.update(content);
                }
            }
        }
        return Sha256.hex(digest);
    }
}
