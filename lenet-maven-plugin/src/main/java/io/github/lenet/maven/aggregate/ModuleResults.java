package io.github.lenet.maven.aggregate;

import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.report.Reports;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Finds the verifications of the modules that a module declares as dependencies. Since it declares them, Maven builds
 * them before it, also with {@code -T}.
 */
public final class ModuleResults {

  private final MavenSession session;
  private final MojoExecution running;

  /**
   * Looks at a build.
   *
   * @param session the build
   * @param running the execution of the goal that asks
   */
  public ModuleResults(MavenSession session, MojoExecution running) {
    this.session = session;
    this.running = running;
  }

  /**
   * Finds the verifications.
   *
   * @param project the module that aggregates
   * @return every execution of {@code lenet:verify} in the modules that it depends on, in the order of its dependencies
   */
  public List<ModuleResult> of(MavenProject project) {
    return project.getDependencies().stream().flatMap(this::modules).distinct().flatMap(this::results).toList();
  }

  private Stream<MavenProject> modules(Dependency dependency) {
    return session.getProjects().stream()
        .filter(module -> module.getGroupId().equals(dependency.getGroupId()))
        .filter(module -> module.getArtifactId().equals(dependency.getArtifactId()))
        .filter(module -> module.getVersion().equals(dependency.getVersion()));
  }

  private Stream<ModuleResult> results(MavenProject module) {
    // The parameters of a goal are evaluated for the session's current module.
    var session = this.session.clone();
    session.setCurrentProject(module);
    return ConfiguredGoal.list("verify", session, module, running).stream()
        .map(verification -> result(module, verification))
        // A call on the command line that has left nothing did not happen.
        .filter(result -> !ConfiguredGoal.isDirect(result.execution()) || Files.exists(result.evaluationFile()));
  }

  private static ModuleResult result(MavenProject module, ConfiguredGoal verification) {
    var name = verification.text("name").orElse(module.getArtifactId());
    var reports = new Reports(verification.file("outputDirectory").orElseThrow(), name);
    return new ModuleResult(
        module.getGroupId() + ":" + module.getArtifactId(), verification.id(), name, reports.evaluationFile());
  }
}
