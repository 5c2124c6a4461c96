package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.io.FileNames;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InexpressibleNamesTest {

    @TempDir
    private Path folder;

    private Path pictures;

    /** By a shell, because the JVM of this test may not be able to say the name either. */
    @BeforeEach
    void makeFolders() throws Exception {
        pictures = folder.resolve("pictures");
        if (OS.LINUX.isCurrentOs()) {
            run(
                    "sh",
                    "-c",
                    "for c in blau $(printf 'gr\\303\\274n'); do mkdir -p pictures/$c; echo > pictures/$c/1.png; done");
        }
    }

    private List<String> run(String... command) throws Exception {
        var out = folder.resolve("out");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as("the process ends")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(out);
    }

    private List<String> names() throws Exception {
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NamesInThisLocale.class.getName(),
                pictures.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysOnceThatTheEncodingCannotExpressAName() throws Exception {
        var remedy = "start it in a locale of UTF-8, for example after `export LC_ALL=C.UTF-8`";
        var problem = "the JVM's encoding of file names, US-ASCII (sun.jnu.encoding), cannot express the name of '%s': "
                + remedy;

        assertThat(names())
                .containsExactly(
                        format(problem, pictures.resolve("gr??n")),
                        format(problem, pictures.resolve("gr??n/1.png")),
                        format(problem, "a?.png"),
                        format(problem, "a?.png"));
    }

    @Test
    void aNameThatIsNoneForAnotherReasonIsQuoted() {
        assertThat(FileNames.describe(new InvalidPathException("a\0b", "Nul character not allowed")))
                .isEqualTo("'a\0b' is no file name: Nul character not allowed");
    }
}
