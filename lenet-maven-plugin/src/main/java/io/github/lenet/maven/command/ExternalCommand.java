package io.github.lenet.maven.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system that reports something in a few lines. */
public final class ExternalCommand {

  private ExternalCommand() {}

  /**
   * How a command ended.
   *
   * @param status exit status, or {@link #HANGING}
   * @param output what it printed, both streams together
   */
  public record Result(int status, String output) {

    /** The command did not end in time and was killed; a driver that has lost its card hangs its tools. */
    public static final int HANGING = -1;
  }

  /**
   * Runs a command to its end.
   *
   * @param patience how long it may take
   * @param command the program and its arguments
   * @return how it ended, or empty if there is no such program
   */
  public static Optional<Result> run(Duration patience, String... command) {
    return run(patience, new ProcessBuilder(command));
  }

  /**
   * Runs a command to its end.
   *
   * @param patience how long it may take
   * @param command the program with its arguments, its folder and its environment
   * @return how it ended, or empty if there is no such program
   */
  public static Optional<Result> run(Duration patience, ProcessBuilder command) {
    try {
      // A file rather than a pipe: nobody has to read it while the command may hang.
      var file = Files.createTempFile("lenet-", ".txt");
      try {
        var process = command.redirectErrorStream(true).redirectOutput(file.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
          return Optional.of(new Result(Result.HANGING, ""));
        }
        return Optional.of(new Result(process.exitValue(), Files.readString(file, StandardCharsets.ISO_8859_1)));
      } finally {
        file.toFile().delete();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
