package io.github.lenet.maven;

import io.github.lenet.maven.configuration.OutputFiles;
import io.github.lenet.maven.verify.VerifyGoal;
import io.github.lenet.maven.verify.VerifyRequest;
import io.github.lenet.report.Reports;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures the model on the test images of the data set, writes the reports, and fails the build if the model is not
 * good enough.
 *
 * <p>It never trains, and needs neither a process of its own nor native libraries.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyMojo extends AbstractModelMojo {

  /**
   * Whether a model that is not good enough fails the build; otherwise there is only a warning. Whatever else goes
   * wrong fails the build in any case.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.haltOnFailure", defaultValue = "true")
  private boolean haltOnFailure;

  /**
   * The lowest share of the test images that must be classified right, such as {@code 0.99} or {@code 98.5%}. It is
   * compared exactly, never rounded: 9,899 of 10,000 is not 0.99.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.minimumAccuracy")
  private String minimumAccuracy;

  /**
   * The model to measure. The default is {@code model.zip} in {@code outputDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.modelFile")
  private File modelFile;

  /**
   * Name of this verification, for the title of the report and for the file {@code TEST-lenet-<name>.xml}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.name", defaultValue = "${project.artifactId}", required = true)
  private String name;

  /**
   * Skips the verification, with its reports.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.skipVerify", defaultValue = "false")
  private boolean skipVerify;

  @Override
  Optional<String> ownSkipReason() {
    return skipVerify ? Optional.of("lenet.skipVerify is set") : Optional.empty();
  }

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    var reports = new Reports(outputDirectory(), name);
    OutputFiles.claim(project(), mojoExecution(), reports.evaluationFile());
    new VerifyGoal(datasets(), getLog())
        .run(new VerifyRequest(datasetOptions(), modelFile(modelFile), minimumAccuracy, haltOnFailure, reports));
  }
}
