package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  @TempDir private Path folder;

  @Test
  void createsAFolderWithThoseAboveIt() throws Exception {
    FileTree.create(folder.resolve("top/inner"));
    FileTree.create(folder.resolve("top/inner"));

    assertThat(folder.resolve("top/inner")).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatAFileSystemTakesNoFolder() {
    var error = catchThrowableOfType(IOException.class, () -> FileTree.create(Path.of("/proc/lenet/model")));

    assertThat(FileProblem.describe(error)).isEqualTo("/proc/lenet cannot be read or written: no folder can be created here");
  }

  @Test
  void deletesAFolderWithItsContent() throws Exception {
    var top = Files.createDirectories(folder.resolve("top/inner/innermost")).getParent().getParent();
    Files.writeString(top.resolve("inner/file.txt"), "content");

    FileTree.delete(top);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deletesASingleFile() throws Exception {
    FileTree.delete(Files.writeString(folder.resolve("file.txt"), "content"));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsWhatALinkLeadsTo() throws Exception {
    var kept = Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("file.txt"), "content");
    var top = Files.createDirectory(folder.resolve("top"));
    Files.createSymbolicLink(top.resolve("link"), kept.getParent());

    FileTree.delete(top);

    assertThat(top).doesNotExist();
    assertThat(kept).hasContent("content");
  }

  @Test
  void whatIsMissingIsAnError() {
    assertThatIOException().isThrownBy(() -> FileTree.delete(folder.resolve("missing")));
  }
}
