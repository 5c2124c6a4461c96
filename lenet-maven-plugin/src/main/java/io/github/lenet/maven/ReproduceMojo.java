package io.github.lenet.maven;

import io.github.lenet.maven.configuration.OutputFiles;
import io.github.lenet.maven.reproduce.ReproduceGoal;
import io.github.lenet.maven.reproduce.ReproduceRequest;
import io.github.lenet.maven.train.BuildFacts;
import java.io.File;
import java.io.IOException;
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
public final class ReproduceMojo extends AbstractTrainingMojo {

  /**
   * The model to train again. The default is {@code model.zip} in {@code outputDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.modelFile")
  private File modelFile;

  /**
   * Made by Maven.
   *
   * @param repositorySystem resolves the libraries of the training
   * @param toolchainManager knows the JDKs of this machine
   */
  @Inject
  public ReproduceMojo(RepositorySystem repositorySystem, ToolchainManager toolchainManager) {
    super(repositorySystem, toolchainManager);
  }

  @Override
  Optional<String> ownSkipReason() {
    return Optional.empty();
  }

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    var request = request();
    OutputFiles.claim(project(), mojoExecution(), request.outputDirectory());
    new ReproduceGoal(datasets(), training(), getLog()).run(request);
  }

  private ReproduceRequest request() throws MojoExecutionException {
    return new ReproduceRequest(
        modelFile(modelFile),
        datasetOptions(),
        workerOptions(),
        new BuildFacts(session(), getLog()).of(project()),
        outputDirectory().resolve("reproduce"));
  }
}
