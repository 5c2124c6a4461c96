package io.github.lenet.maven.worker;

import io.github.lenet.maven.worker.WorkerJob.Limits;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.DefaultSessionData;

/** Jobs that run a {@link ScriptedWorker} with the class path of the tests. */
final class Jobs {

    static final Duration LONG = Duration.ofMinutes(2);

    private Jobs() {}

    static WorkerJob job(String script, Path results, String... jvmArguments) {
        return job(script, results, new Limits(LONG, LONG, Duration.ZERO), jvmArguments);
    }

    static WorkerJob job(String script, Path results, Limits limits, String... jvmArguments) {
        var classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        var command = new JavaCommand(
                JavaExecutable.ofThisJvm(),
                List.of(jvmArguments),
                Map.of("CUDA_VISIBLE_DEVICES", "GPU-1", "RESULTS", results.toString()),
                Arrays.stream(classPath).map(Path::of).toList(),
                ScriptedWorker.class.getName());
        return new WorkerJob(
                Work.TRAINING, command, results.resolve("worker"), results.resolve("model.zip"), script, limits);
    }

    static WorkerLauncher launcher(Log log) {
        return new WorkerLauncher(new WorkerQueue(new DefaultSessionData(), log), log);
    }
}
