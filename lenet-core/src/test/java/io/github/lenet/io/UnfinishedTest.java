package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {

    private static final String UUID = "123e4567-e89b-12d3-a456-426614174000";

    @TempDir
    private Path folder;

    @Test
    void deletesWhatThisProjectHasBegunAndNothingElse() throws IOException {
        var half = Files.writeString(folder.resolve(".target.txt.lenet-" + UUID + ".part"), "half");
        var halfFolder = Files.createDirectory(folder.resolve(".models.lenet-" + UUID + ".part"));
        Files.writeString(halfFolder.resolve("model.zip"), "half");
        var users = List.of(
                Files.writeString(folder.resolve(".target.txt-" + UUID + ".part"), "of the user"),
                Files.writeString(folder.resolve(".target.txt.lenet-next.part"), "of the user"),
                Files.writeString(folder.resolve(".notes.part"), "of the user"),
                Files.writeString(folder.resolve("target.txt.lenet-" + UUID + ".part"), "not hidden"),
                Files.createDirectory(folder.resolve(".lenet-" + UUID)),
                Files.writeString(Files.createDirectory(folder.resolve("below")).resolve(half.getFileName()), "below"));

        Unfinished.delete(folder);

        assertThat(half).doesNotExist();
        assertThat(halfFolder).doesNotExist();
        assertThat(users).allSatisfy(file -> assertThat(file).exists());
        Unfinished.delete(folder.resolve("missing"));
    }

    @Test
    void deletesALinkAndNotWhereItLeads() throws IOException {
        var precious = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("precious"), "of the user");
        var link = Files.createSymbolicLink(folder.resolve(".a.lenet-" + UUID + ".part"), precious.getParent());

        Unfinished.delete(folder);

        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(precious).exists();
    }

    @Test
    void leavesWhatAnotherProcessMayBeWriting() throws IOException {
        var atWork = Files.createFile(Unfinished.of(folder.resolve("a")));
        var abandoned = Files.createDirectory(Unfinished.of(folder.resolve("a")));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        Unfinished.delete(folder, Duration.ofDays(1));

        assertThat(folder).isDirectoryContaining(atWork::equals).isDirectoryNotContaining(abandoned::equals);
    }

    @Test
    void knowsTheNameOfWhatAKilledProcessLeaves() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.txt"), out -> {
                    Unfinished.delete(folder);
                    assertThat(folder).isEmptyDirectory();
                    throw new IOException("killed");
                }))
                .hasMessage("killed");
    }

    @Test
    void noMessageNamesAnUnfinishedFile() {
        var model = folder.resolve("0f0f/model.zip");
        var unfinished =
                Unfinished.of(Unfinished.of(Unfinished.of(model.getParent()).resolve(model.getFileName())));

        assertThat(FileProblem.describe(new AccessDeniedException(unfinished.toString())))
                .startsWith(model + " cannot be read or written");
        assertThat(Unfinished.target(Path.of("relative/model.zip"))).isEqualTo(Path.of("relative/model.zip"));
    }
}
