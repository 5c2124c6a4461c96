package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.worker.WorkerEvent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerLauncherTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private final RecordingLog log = new RecordingLog();

  @TempDir Path results;

  @Test
  void handsOnEveryEventAndReturnsTheLastOne() throws Exception {
    List<WorkerEvent> events = new ArrayList<>();

    var finished = Jobs.launcher(log.log()).run(Jobs.job("succeed", results), events::add);

    assertThat(finished).isEqualTo(new WorkerEvent.Finished(ScriptedWorker.DIGEST, 1, 1.5));
    assertThat(events).containsExactly(new WorkerEvent.Progress(1, 32), finished);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "a\"quote", "back\\slash", "#comment", "umläut", "it's", "tab\there"})
  void quotesWhatALauncherCouldMisread(String value) throws Exception {
    var job = Jobs.job("echo", results.resolve("a b"), "-Decho=" + value);

    var finished = Jobs.launcher(log.log()).run(job, event -> {});

    assertThat(finished.sha256()).isEqualTo(value);
  }

  @Test
  void drainsMoreOutputThanAPipeHolds() throws Exception {
    var job = Jobs.job("chatter", results);

    Jobs.launcher(log.log()).run(job, event -> {});

    assertThat(job.outputFile()).content().contains("native libraries print").contains("standard error as well");
  }

  @Test
  void reportsWhatTheWorkerSaysWhenItGivesUp() {
    assertFailure(Jobs.job("fail", results)).hasMessage("the loss is not a number");
  }

  @Test
  void quotesTheJvmThatDoesNotStart() {
    var job = Jobs.job("succeed", results, "-XX:+NoSuchOption");

    assertFailure(job)
        .hasMessageContaining("did not start")
        .hasMessageContaining("Unrecognized VM option 'NoSuchOption'")
        .hasMessageContaining("<jvmArgs>-XX:+NoSuchOption</jvmArgs>")
        .hasMessageContaining(job.outputFile().toString());
  }

  @Test
  void namesTheJvmThatDoesNotExist() {
    var job = Jobs.job("succeed", results);
    var missing = new JavaExecutable(results.resolve("no-java"), 17, false);
    var broken =
        new WorkerJob(
            missing,
            List.of(),
            Map.of(),
            job.classPath(),
            job.mainClass(),
            job.folder(),
            results,
            job.request(),
            job.limits());

    assertFailure(broken).hasMessageContaining("Cannot run").hasMessageContaining("no-java");
  }

  @Test
  void advisesMoreMemoryWhenTheHeapIsExhausted() {
    assertFailure(Jobs.job("out of memory", results, "-Xmx32m"))
        .hasMessageContaining("ran out of memory")
        .hasMessageContaining("<jvmArgs>-Xmx2g</jvmArgs>");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void explainsASignalFromOutsideAndLeavesNothingHalfWritten() {
    assertFailure(Jobs.job("be killed", results))
        .hasMessageContaining("signal 9, exit status 137")
        .hasMessageContaining("out-of-memory killer");
    assertThat(results).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void namesTheReportOfANativeCrash() {
    var job = Jobs.job("crash", results, "-XX:-CreateCoredumpOnCrash");

    assertFailure(job)
        .hasMessageContaining("crashed in native code")
        .hasMessageContaining(job.folder().resolve("hs_err_pid").toString())
        .hasMessageContaining(job.outputFile().toString());
  }

  @Test
  void doesNotTakeAnExitWithoutAResultForSuccess() {
    assertFailure(Jobs.job("vanish", results)).hasMessageContaining("ended without a result (exit status 0");
  }

  @Test
  void doesNotTakeAResultBeforeABadEndForSuccess() {
    assertFailure(Jobs.job("finish badly", results)).hasMessageContaining("exit status 13, CANNOT_WRITE");
  }

  @Test
  void namesTheOutputWhenAnEventIsNoEvent() {
    var job = Jobs.job("babble", results);

    assertFailure(job).hasMessageContaining("cannot be read").hasMessageContaining(job.outputFile().toString());
  }

  @Test
  void stopsAWorkerThatNeverReports() {
    assertFailure(Jobs.job("sleep", results, new Limits(SHORT, Jobs.LONG, Duration.ZERO)))
        .hasMessageContaining("has not reported within 1 s");
  }

  @Test
  void stopsAWorkerThatFallsSilent() throws Exception {
    assertFailure(Jobs.job("hang", results, new Limits(Jobs.LONG, SHORT, Duration.ZERO)))
        .hasMessageContaining("has been silent for 1 s");
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(results.resolve("pid")))))
        .matches(worker -> worker.isEmpty() || !worker.get().isAlive());
    assertThat(results).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void stopsAWorkerAtTheLimitOfTheUser() {
    assertFailure(Jobs.job("hang", results, new Limits(Jobs.LONG, Jobs.LONG, SHORT)))
        .hasMessageContaining("within the 1 s of <forkedProcessTimeoutInSeconds>");
  }

  @Test
  void saysThatThePortOfTheDebuggerIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      var agent = "-agentlib:jdwp=transport=dt_socket,server=y,address=127.0.0.1:" + taken.getLocalPort();

      assertFailure(Jobs.job("succeed", results, agent))
          .hasMessageContaining("did not start")
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void givesTheWorkerItsVariables() throws Exception {
    var job = Jobs.job("variable", results);

    assertThat(Jobs.launcher(log.log()).run(job, event -> {}).sha256()).isEqualTo("GPU-1");
  }

  @Test
  void liftsEveryLimitForADebugger() throws Exception {
    var shortest = Duration.ofMillis(1);
    var job = Jobs.job("succeed", results, new Limits(shortest, shortest, shortest), "-Dinstead.of=jdwp");

    assertThat(Jobs.launcher(log.log()).run(job, event -> {})).isNotNull();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(WorkerJob job) {
    return assertThatThrownBy(() -> Jobs.launcher(log.log()).run(job, event -> {}))
        .isInstanceOf(MojoExecutionException.class);
  }
}
