package io.github.lenet.maven.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** The model that a goal is about. */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Makes sure that there is one, before anything is downloaded for it.
   *
   * @param file the archive
   * @param goal the goal that needs it, such as {@code verify}
   * @throws MojoExecutionException if it does not exist; the message says how to get one
   */
  public static void require(Path file, String goal) throws MojoExecutionException {
    if (!Files.exists(file)) {
      throw new MojoExecutionException(
          "There is no model for lenet:" + goal + ": " + file + " does not exist. Train one first with"
              + " `mvn lenet:train lenet:" + goal + "`, or name another file with <modelFile> (-Dlenet.modelFile).");
    }
  }
}
