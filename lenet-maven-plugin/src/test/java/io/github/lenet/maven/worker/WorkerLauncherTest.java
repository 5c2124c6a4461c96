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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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

    @TempDir
    Path results;

    @Test
    void handsOnEveryEventButTheLastOneWhichItReturns() throws Exception {
        List<WorkerEvent> events = new ArrayList<>();

        var finished = Jobs.launcher(log.log()).run(Jobs.job("succeed", results), events::add);

        assertThat(finished).isEqualTo(new WorkerEvent.Finished(ScriptedWorker.DIGEST, 1, 1.5));
        assertThat(events).containsExactly(new WorkerEvent.Progress(1, 32));
    }

    @Test
    void missesNothingOfAWorkerThatEndsBeforeItWasHeard() throws Exception {
        List<WorkerEvent> events = new ArrayList<>();
        var job = Jobs.job("talk", results);

        var finished = Jobs.launcher(log.log()).run(job, event -> events.add(slowly(event)));

        assertThat(((WorkerEvent.Trained) finished).sha256()).isEqualTo(ScriptedWorker.DIGEST);
        assertThat(events).hasSize(20_000).last().isEqualTo(new WorkerEvent.Progress(1, 19_999));
    }

    /** Lets the worker be done with its last events long before they are taken. */
    private static WorkerEvent slowly(WorkerEvent event) {
        if (event.equals(new WorkerEvent.Progress(1, 19_900))) {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        }
        return event;
    }

    @Test
    void doesNotTakeAnotherFileForTheModel() {
        assertFailure(Jobs.job("be another", results))
                .hasMessageContaining(results.resolve("model.zip") + " is not the file that was trained")
                .hasMessageContaining(ScriptedWorker.DIGEST);
        assertFailure(Jobs.job("leave no model", results))
                .hasMessage(
                        "The trained model is gone: " + results.resolve("model.zip") + " does not exist. Train again.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void makesNoFileThatOthersMayRead() throws Exception {
        var job = Jobs.job("chatter", results);
        var target = Files.writeString(results.resolve("a file of the user"), "kept");
        Files.createSymbolicLink(Files.createDirectories(job.folder()).resolve("command.args"), target);
        Files.setPosixFilePermissions(job.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        Jobs.launcher(log.log()).run(job, event -> {});

        assertThat(Files.getPosixFilePermissions(job.folder())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(job.folder())) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        assertThat(target).hasContent("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "a\"quote", "back\\slash", "#comment", "umläut", "it's", "tab\there"})
    void quotesWhatALauncherCouldMisread(String value) throws Exception {
        var job = Jobs.job("echo", results.resolve("a b"), "-Decho=" + value);

        List<WorkerEvent> events = new ArrayList<>();

        Jobs.launcher(log.log()).run(job, events::add);

        assertThat(events).containsExactly(new WorkerEvent.Warned(value));
    }

    @Test
    void drainsMoreOutputThanAPipeHolds() throws Exception {
        var job = Jobs.job("chatter", results);

        Jobs.launcher(log.log()).run(job, event -> {});

        assertThat(job.outputFile())
                .content()
                .contains("native libraries print")
                .contains("standard error as well");
    }

    @Test
    void reportsWhatTheWorkerSaysWhenItGivesUp() {
        assertFailure(Jobs.job("fail", results)).hasMessage("the loss is\\u000a::error::not a number");
    }

    @Test
    void quotesTheJvmThatDoesNotStart() {
        var job = Jobs.job("succeed", results, "-XX:+NoSuchOption");

        assertFailure(job)
                .hasMessageContaining("did not start")
                .hasMessageContaining("Unrecognized VM option 'NoSuchOption'")
                // The full stop is the JVM's own.
                .hasMessageContaining(
                        " Program will exit. Check <jvmArgs>-XX:+NoSuchOption</jvmArgs> (-Dlenet.jvmArgs). Its output is"
                                + " in " + job.outputFile());
    }

    @Test
    void namesTheJvmThatDoesNotExist() {
        var job = Jobs.job("succeed", results);
        var working = (JavaCommand) job.command();
        var missing = new JavaExecutable(results.resolve("no-java"), 17, false);
        var command = new JavaCommand(missing, List.of(), Map.of(), working.classPath(), working.mainClass());
        var broken = new WorkerJob(job.work(), command, job.folder(), job.model(), job.request(), job.limits());

        assertFailure(broken).hasMessageContaining("Cannot run").hasMessageContaining("no-java");
    }

    /** As the scripts of Spark, where JAVA_HOME is wrong. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void quotesAScriptThatDoesNotFindItsProgram() throws Exception {
        var script =
                Files.writeString(results.resolve("java"), "#!/bin/sh\necho /nowhere/bin/java: not found\nexit 127\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var job = Jobs.job("succeed", results);
        var working = (JavaCommand) job.command();
        var java = new JavaExecutable(script, 17, false);
        var command = new JavaCommand(java, List.of(), Map.of(), working.classPath(), working.mainClass());

        assertFailure(new WorkerJob(job.work(), command, job.folder(), job.model(), job.request(), job.limits()))
                .hasMessageContaining("did not start: /nowhere/bin/java: not found. Its output is in");
    }

    @Test
    void advisesMoreMemoryWhenTheHeapIsExhausted() {
        assertFailure(Jobs.job("out of memory", results, "-Xmx32m"))
                .hasMessageContaining("ran out of memory")
                .hasMessageContaining("<jvmArgs>-Xmx2g</jvmArgs>");
    }

    @Test
    void callsAJobByItsName() {
        var training = Jobs.job("out of memory", results, "-Xmx32m");
        var search = new WorkerJob(
                Work.SEARCH, training.command(), training.folder(), null, training.request(), training.limits());

        assertFailure(training).hasMessageStartingWith("The training ran out of memory");
        assertFailure(search).hasMessageStartingWith("The search ran out of memory");
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
    void leavesTheFilesOfTheUser() throws Exception {
        var important = Files.createDirectories(results.resolve(".config-next")).resolve("important");
        Files.writeString(important, "of the user");
        var notes = Files.writeString(results.resolve(".notes.part"), "of the user");
        var job = Jobs.job("succeed", results);
        var report = Files.createDirectories(job.folder()).resolve("hs_err_pid4711.log");
        Files.writeString(report, "of the user");

        Jobs.launcher(log.log()).run(job, event -> {});
        assertFailure(Jobs.job("fail", results)).isNotNull();

        assertThat(List.of(important, notes, report))
                .allSatisfy(file -> assertThat(file).hasContent("of the user"));
    }

    @Test
    void namesTheReportOfANativeCrash() {
        var job = Jobs.job("crash", results, "-XX:-CreateCoredumpOnCrash");

        assertFailure(job)
                .hasMessageContaining("crashed in native code")
                .hasMessageContaining(job.folder().resolve("hs_err.log").toString())
                .hasMessageContaining(job.outputFile().toString());
    }

    @Test
    void takesNoOldReportForOneOfThisCrash() throws Exception {
        var job = Jobs.job("vanish", results);
        Files.writeString(Files.createDirectories(job.folder()).resolve("hs_err.log"), "of an earlier worker");

        assertFailure(job).hasMessageContaining("ended without a result");
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

        assertFailure(job)
                .hasMessageContaining("cannot be read")
                .hasMessageContaining(job.outputFile().toString());
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

        List<WorkerEvent> events = new ArrayList<>();

        Jobs.launcher(log.log()).run(job, events::add);

        assertThat(events).containsExactly(new WorkerEvent.Warned("GPU-1"));
    }

    @Test
    void keepsTheSecretsOfTheBuildFromTheWorker() throws Exception {
        // The surefire plugin sets it, as a build server does.
        assertThat(System.getenv()).containsKey("TOKEN_OF_THE_BUILD");
        var job = Jobs.job("variables", results);

        List<WorkerEvent> events = new ArrayList<>();

        Jobs.launcher(log.log()).run(job, events::add);

        assertThat(((WorkerEvent.Warned) events.get(0)).message().split(" "))
                .contains("PATH", "CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS")
                .doesNotContain("TOKEN_OF_THE_BUILD");
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
