package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileProblemTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsMissing() {
        var file = folder.resolve("model.zip");

        assertThat(problemOf(() -> Files.readString(file))).isEqualTo(file + " does not exist");
    }

    @Test
    void saysThatAFileStandsInPlaceOfAFolder() throws Exception {
        var file = Files.createFile(folder.resolve("target"));

        assertThat(problemOf(() -> Files.createDirectories(file)))
                .isEqualTo("the folder " + file + " cannot be created: a file of this name exists");
        assertThat(problemOf(() -> Files.list(file))).isEqualTo(file + " is no folder");
    }

    @Test
    void saysWhichFileAboveAFolderIsNone() throws Exception {
        var file = Files.createFile(folder.resolve("target"));

        assertThat(problemOf(() -> FileTree.create(file.resolve("lenet"))))
                .isEqualTo(file.resolve("lenet") + " cannot exist: " + file + " is a file, and no folder");
        assertThat(problemOf(() -> FileTree.create(file.resolve("lenet/worker"))))
                .endsWith(" cannot exist: " + file + " is a file, and no folder");
        assertThat(problemOf(() -> Files.readString(file.resolve("lenet/model.zip"))))
                .endsWith("model.zip cannot exist: " + file + " is a file, and no folder");
    }

    @Test
    void saysWhenPermissionIsMissing() {
        assertThat(FileProblem.describe(new AccessDeniedException("target/lenet")))
                .isEqualTo(
                        "target/lenet cannot be read or written: permission denied; it, or its folder, may belong to another user (ls -ld shows whose they are)");
    }

    @Test
    void namesTheTargetOfAMove() throws Exception {
        var temporary = Files.createFile(folder.resolve(".part"));
        var target = Files.createDirectories(folder.resolve("answers/old")).getParent();

        assertThat(problemOf(() -> Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING)))
                .isEqualTo(target + " cannot be read or written: it is a folder with files in it");
        assertThat(problemOf(() -> AtomicFile.move(temporary, target)))
                .startsWith(target + " cannot be read or written: ");
    }

    @Test
    void keepsTheReasonOfTheSystem() {
        assertThat(FileProblem.describe(new FileSystemException("target/lenet", null, "Read-only file system")))
                .isEqualTo("target/lenet cannot be read or written: Read-only file system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded", "There is not enough space on the disk"})
    void saysWhatHelpsWhenADiskIsFull(String reason) {
        assertThat(FileProblem.describe(new FileSystemException("target/lenet", null, reason)))
                .isEqualTo("target/lenet cannot be written: " + reason
                        + "; make room on its disk (df -h shows it), or choose another folder");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheFileThatAFullDiskEnds() throws Exception {
        var full = FileOutput.to(Path.of("model.zip"), Files.newOutputStream(Path.of("/dev/full")));

        assertThat(problemOf(() -> full.write(1)))
                .startsWith("model.zip cannot be written: No space left on device; make room");
    }

    @Test
    void namesTheKindOfAnErrorWithoutAReason() {
        assertThat(FileProblem.describe(new FileSystemLoopException("scans")))
                .isEqualTo("scans cannot be read or written: FileSystemLoopException");
        assertThat(FileProblem.describe(new IOException())).isEqualTo("java.io.IOException");
    }

    @Test
    void saysThatAFileIsTooShort() {
        assertThat(FileProblem.describe(new EOFException())).isEqualTo("it ends too early");
        assertThat(FileProblem.describe(new BufferUnderflowException())).isEqualTo("it ends too early");
        assertThat(FileProblem.describe(new EOFException("the header ends at byte 3")))
                .isEqualTo("the header ends at byte 3");
    }

    @Test
    void keepsASentence() {
        assertThat(FileProblem.describe(new IOException("the label 10 at offset 8 is no digit")))
                .isEqualTo("the label 10 at offset 8 is no digit");
    }

    private static String problemOf(ThrowingCallable call) {
        return FileProblem.describe(catchThrowableOfType(IOException.class, call));
    }
}
