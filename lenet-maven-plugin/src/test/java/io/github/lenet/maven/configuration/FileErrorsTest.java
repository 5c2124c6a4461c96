package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileErrorsTest {

  @TempDir Path folder;

  @Test
  void saysWhatStandsInTheWayOfAFolder() throws Exception {
    var file = Files.createFile(folder.resolve("target"));

    var error = catchThrowableOfType(IOException.class, () -> Files.createDirectories(file));

    assertThat(FileErrors.message(error))
        .isEqualTo("Cannot create the folder " + file + ": a file of this name exists.");
  }

  @Test
  void saysWhatIsMissing() {
    var file = folder.resolve("model.zip");

    var error = catchThrowableOfType(IOException.class, () -> Files.readString(file));

    assertThat(FileErrors.message(error)).isEqualTo("The file " + file + " does not exist.");
  }

  @Test
  void saysWhenPermissionIsMissing() {
    assertThat(FileErrors.message(new AccessDeniedException("target/lenet")))
        .startsWith("Cannot read or write target/lenet: permission denied.");
  }

  @Test
  void keepsTheReasonOfTheSystem() {
    assertThat(FileErrors.message(new FileSystemException("target/lenet", null, "No space left on device")))
        .isEqualTo("Cannot read or write target/lenet: No space left on device.");
  }

  @Test
  void keepsASentence() {
    assertThat(FileErrors.message(new IOException("the label 10 at offset 8 is no digit")))
        .isEqualTo("the label 10 at offset 8 is no digit");
  }
}
