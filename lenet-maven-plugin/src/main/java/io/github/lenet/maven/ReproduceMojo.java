package io.github.lenet.maven;

import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.configuration.OutputFiles;
import io.github.lenet.maven.reproduce.ReproduceGoal;
import io.github.lenet.maven.reproduce.ReproduceRequest;
import io.github.lenet.maven.train.BuildFacts;
import io.github.lenet.maven.train.TrainGoal;
import io.github.lenet.maven.train.WorkerJvm;
import io.github.lenet.maven.worker.JvmArguments;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerQueue;
import io.github.lenet.model.InvalidParameterException;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Trains a model again from the description in its archive, and fails the build unless the result has the same bytes; it
 * then says what differs first.
 *
 * <p>The hyperparameters are those of the archive, whatever the POM says. It trains on the processor, into the folder
 * {@code reproduce} in {@code outputDirectory}.
 */
@Mojo(name = "reproduce", threadSafe = true)
public final class ReproduceMojo extends AbstractModelMojo {

  private final RepositorySystem repositorySystem;
  private final ToolchainManager toolchainManager;

  /**
   * Ends a training that takes longer, in seconds; 0 means that there is no limit.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.forkedProcessTimeoutInSeconds", defaultValue = "0")
  private int forkedProcessTimeoutInSeconds;

  /**
   * Requirements on the JDK that trains, if it is to be another one of your {@code toolchains.xml} than the build uses,
   * for example {@code <version>21</version>}.
   *
   * @since 0.1.0
   */
  @Parameter
  private Map<String, String> jdkToolchain;

  /**
   * Arguments for the JVM that trains, such as {@code -Xmx2g}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.jvmArgs")
  private String jvmArgs;

  /**
   * The model to train again. The default is {@code model.zip} in {@code outputDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.modelFile")
  private File modelFile;

  /**
   * Threads for the arithmetic; 0 means one for each processor. Changes only the speed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.threads", defaultValue = "0")
  private int threads;

  /**
   * Made by Maven.
   *
   * @param repositorySystem resolves the libraries of the training
   * @param toolchainManager knows the JDKs of this machine
   */
  @Inject
  public ReproduceMojo(RepositorySystem repositorySystem, ToolchainManager toolchainManager) {
    this.repositorySystem = repositorySystem;
    this.toolchainManager = toolchainManager;
  }

  @Override
  Optional<String> ownSkipReason() {
    return Optional.empty();
  }

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    var request = request();
    OutputFiles.claim(project(), mojoExecution(), request.outputDirectory());
    goal().run(request);
  }

  private ReproduceRequest request() throws MojoExecutionException {
    return new ReproduceRequest(
        modelFile(modelFile),
        datasetOptions(),
        threads == 0 ? Runtime.getRuntime().availableProcessors() : atLeastZero("threads", threads),
        new WorkerJvm(toolchainManager, session()).choose(jdkToolchain),
        JvmArguments.parse(jvmArgs),
        atLeastZero("forkedProcessTimeoutInSeconds", forkedProcessTimeoutInSeconds),
        new BuildFacts(session(), getLog()).of(project()),
        outputDirectory().resolve("reproduce"));
  }

  private ReproduceGoal goal() {
    var repositorySession = session().getRepositorySession();
    var training =
        new TrainGoal(
            datasets(),
            new BackendResolver(repositorySystem, repositorySession, project().getRemoteProjectRepositories(), getLog()),
            new WorkerLauncher(new WorkerQueue(repositorySession.getData(), getLog()), getLog()),
            mojoExecution().getMojoDescriptor().getPluginDescriptor().getArtifacts(),
            getLog());
    return new ReproduceGoal(datasets(), training, getLog());
  }

  private static int atLeastZero(String parameter, int value) {
    if (value < 0) {
      throw new InvalidParameterException(parameter, value, "must be 0 or more");
    }
    return value;
  }
}
