package io.github.lenet.maven;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.FileTree;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.maven.training.PackagedModel;
import io.github.lenet.maven.training.TrainGoal;
import io.github.lenet.maven.training.TrainRequest;
import io.github.lenet.maven.training.TrainRequest.Reuse;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.maven.worker.WorkerQueue;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.store.PictureOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** A model of synthetic digits, trained by the real worker with the real libraries, once for all tests. */
public final class TrainedModel {

    /** Relative, so that it can stand in an annotation. */
    public static final String DATA = "target/trained-model/data";

    /** For goals that keep something there: their default is the cache of the user who runs the tests. */
    public static final String CACHE = "target/trained-model/cache";

    private static final Path FOLDER = Path.of("target", "trained-model").toAbsolutePath();
    private static final RecordingLog LOG = new RecordingLog();

    private static boolean trained;

    private TrainedModel() {}

    /** Trains it, if no test has asked before. */
    public static synchronized void train(RepositorySystem system) throws Exception {
        if (!trained) {
            // An earlier run without clean has left models in the cache.
            FileTree.create(FOLDER);
            FileTree.delete(FOLDER);
            SyntheticDigits.write(FOLDER.resolve("data"), 600, 200, 1);
            goal(system, LOG.log()).run(request(true));
            trained = true;
        }
    }

    /** The folder with the model and its history. */
    public static Path output() {
        return FOLDER.resolve("lenet");
    }

    /** The copy of the model for a jar. */
    public static Path packaged() {
        return FOLDER.resolve("classes").resolve("digits").resolve("model.zip");
    }

    /** What the training wrote into the log. */
    public static RecordingLog log() {
        return LOG;
    }

    /** The digits that it was trained on. */
    public static DatasetOptions dataset() {
        return new DatasetOptions(
                "my-digits",
                FOLDER.resolve("data"),
                PictureOptions.DEFAULT,
                new CacheDirectory(FOLDER.resolve("cache"), false),
                List.of());
    }

    /** The training that makes it; without force it finds the model. */
    public static TrainRequest request(boolean force) throws Exception {
        return new TrainRequest(
                dataset(),
                SeedRecipe.of("lenet5").with("epochs", 2).build(),
                null,
                new Reuse(force ? "lenet.force is set" : null, 100, 0, 0),
                new BackendRequest("cpu", null, false),
                new WorkerOptions(2, JavaExecutable.ofThisJvm(), List.of(), 0),
                () -> new Build(null, null),
                output(),
                new PackagedModel(packaged(), false));
    }

    /** A training of one epoch that goes on from a model. */
    public static TrainRequest requestFrom(Path initialModel, Path output, long seed) throws Exception {
        var request = request(false);
        return new TrainRequest(
                request.dataset(),
                SeedRecipe.of("lenet5").with("epochs", 1).with("seed", seed).build(),
                initialModel,
                request.reuse(),
                request.backend(),
                request.worker(),
                request.build(),
                output,
                null);
    }

    /** What trains, with the real worker and the real libraries. */
    public static TrainGoal goal(RepositorySystem system, Log log) {
        var session = Repositories.sessionOfThisBuild(system);
        return new TrainGoal(
                datasets(system, log),
                new BackendResolver(system, session, List.of(), log),
                new WorkerLauncher(new WorkerQueue(session.getData(), log), log),
                pluginArtifacts(),
                log);
    }

    /** What lets networks in ONNX files answer, with the real worker and the real library. */
    public static OnnxInferences inferences(RepositorySystem system, Log log, Path folder, String... jvmArguments) {
        var session = Repositories.sessionOfThisBuild(system);
        return new OnnxInferences(
                new BackendResolver(system, session, List.of(), log),
                new WorkerLauncher(new WorkerQueue(session.getData(), log), log),
                () -> new WorkerOptions(0, JavaExecutable.ofThisJvm(), List.of(jvmArguments), 0),
                pluginArtifacts(),
                OnnxInput.of("nchw", "0", "1"),
                OnnxOutput.AUTO,
                folder,
                folder.resolve("onnx"),
                log);
    }

    /** What obtains models in files. */
    public static ModelProvider models(RepositorySystem system, Log log) {
        return new ModelProvider(artifacts(system), log);
    }

    /** What obtains data in folders. */
    public static DatasetProvider datasets(RepositorySystem system, Log log) {
        return new DatasetProvider(Repositories.sessionOfThisBuild(system), artifacts(system), log);
    }

    private static BuildArtifacts artifacts(RepositorySystem system) {
        var session = Repositories.sessionOfThisBuild(system);
        return new BuildArtifacts(List.of(), new ArtifactResolver(system, session, new MavenProject()));
    }

    /** The class path of the tests, for that of the plugin. */
    private static List<Artifact> pluginArtifacts() {
        var handler = new DefaultArtifactHandler("jar");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .map(file -> {
                    Artifact artifact =
                            new DefaultArtifact("test", file.getPath(), "1", "runtime", "jar", null, handler);
                    artifact.setFile(file);
                    return artifact;
                })
                .toList();
    }
}
