package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {

    /** Rooms that a training reaches, and that change no model, each with the reason. */
    private static final Map<String, String> WITHOUT_EFFECT = Map.of(
            "cache", "keeps what was trained, and gives it back as it is",
            "io", "writes bytes as they are given",
            "model", "what an application loads; here the facts of a run, which are beside the model",
            "picture", "makes images, whose digest is an input of its own",
            "report", "says what a training gave",
            "store", "finds images, whose digest is an input of its own",
            "text", "messages for people");

    private static final String BASE = "io.github.lenet";

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void writeClasses() throws IOException {
        classes = folder.resolve("classes");
        write("report", "A.class", "report");
        for (var room : CodeDigest.ROOMS) {
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
        for (var room : CodeDigest.ROOMS) {
            write(room, "A.class", "changed");
            assertThat(CodeDigest.of(classes)).as(room).isNotEqualTo(before);
            write(room, "A.class", room);
        }
        write("kernel", "C.class", "");
        assertThat(CodeDigest.of(classes)).isNotEqualTo(before);
    }

    @Test
    void watchesEveryRoomThatATrainingReaches() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(BASE);
        var reached = new TreeSet<String>();
        for (var entry : List.of("training.Trainer", "worker.TrainingTask")) {
            var type = classes.get(BASE + "." + entry);
            reached.add(room(type));
            for (var dependency : type.getTransitiveDependenciesFromSelf()) {
                if (dependency.getTargetClass().getPackageName().startsWith(BASE + ".")) {
                    reached.add(room(dependency.getTargetClass()));
                }
            }
        }

        var known = new TreeSet<>(CodeDigest.ROOMS);
        known.addAll(WITHOUT_EFFECT.keySet());
        assertThat(reached)
                .as(
                        "a room that decides numbers or bytes of a model belongs into CodeDigest; another one, with the reason,"
                                + " into this test")
                .isEqualTo(known);
        assertThat(CodeDigest.ROOMS).doesNotContainAnyElementsOf(WITHOUT_EFFECT.keySet());
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(BASE.length() + 1);
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
