package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {

    private static final List<String> ROOMS = List.of(
            "worker", "training", "report", "recipe", "network", "kernel", "deeplearning4j", "dataset", "archive");

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void writeClasses() throws IOException {
        classes = folder.resolve("classes");
        for (var room : ROOMS) {
            write(room, "A.class", room);
            write(room, "B.class", "");
        }
    }

    @Test
    void isTheSameForAJarAndAFolder() throws Exception {
        var jar = folder.resolve("core.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }

        assertThat(CodeDigest.of(jar)).isEqualTo(CodeDigest.of(classes)).hasSize(64);
    }

    @Test
    void changesWithEveryRoomThatATrainingPassesThrough() throws Exception {
        var before = CodeDigest.of(classes);

        write("report", "A.class", "another report");
        assertThat(CodeDigest.of(classes)).isEqualTo(before);
        for (var room : List.of("worker", "training", "kernel", "dataset")) {
            write(room, "A.class", "changed");
            assertThat(CodeDigest.of(classes)).as(room).isNotEqualTo(before);
            write(room, "A.class", room);
        }
        write("kernel", "C.class", "");
        assertThat(CodeDigest.of(classes)).isNotEqualTo(before);
    }

    @Test
    void tellsContentFromTheBeginningOfTheNextFile() throws Exception {
        write("kernel", "A.class", "B.class 3\nabc");
        var before = CodeDigest.of(classes);

        write("kernel", "A.class", "");
        write("kernel", "B.class", "abc");

        assertThat(CodeDigest.of(classes)).isNotEqualTo(before);
    }

    @Test
    void isThatOfTheRunningCode() {
        assertThat(CodeDigest.current()).isEqualTo(CodeDigest.current()).hasSize(64);
    }

    private void write(String room, String name, String content) throws IOException {
        var file = classes.resolve("io/github/lenet").resolve(room).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
