package io.github.lenet.maven.build;

import static io.github.lenet.text.Formatting.format;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * One run of a goal in a module, which is bound to a phase or was named on the command line.
 *
 * @param session the build
 * @param project the module
 * @param execution the execution of the goal
 */
public record Invocation(MavenSession session, MavenProject project, MojoExecution execution) {

    /** The execution id that Maven gives to a goal of the command line that names none. */
    public static final String WITHOUT_ID = "default-cli";

    /**
     * Tells a call on the command line from an execution of the POM.
     *
     * @param id the id of the execution
     * @return true for a goal of the command line that names no execution
     */
    public static boolean isUnnamed(String id) {
        return WITHOUT_ID.equals(id);
    }

    /**
     * The id of the execution.
     *
     * @return for example {@code digits}; {@link #WITHOUT_ID} for a goal of the command line that names none
     */
    public String id() {
        return execution.getExecutionId();
    }

    /**
     * Where the goal works.
     *
     * @return the folder of the module, or the one without a POM
     */
    public Workplace workplace() {
        return new Workplace(session, project);
    }

    /**
     * The same goal in another module.
     *
     * @param module the module
     * @return its run there, in a copy of the session: other threads may build with this one
     */
    public Invocation in(MavenProject module) {
        var there = session.clone();
        there.setCurrentProject(module);
        return new Invocation(there, module, execution);
    }

    /**
     * Tells whether the goal was named on the command line.
     *
     * @return true for {@code mvn lenet:train}
     */
    public boolean isDirect() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /**
     * Tells why the goal has nothing to do in this module.
     *
     * @return the reason, or empty if it has to run
     */
    public Optional<String> skipReason() {
        var goal = execution.getMojoDescriptor();
        if (goal.isAggregator()) {
            return Optional.empty();
        }
        return goal.isProjectRequired() ? unboundReason() : reasonOfModule();
    }

    /** Of a goal that is for each module which lists the plugin. */
    private Optional<String> reasonOfModule() {
        if ("pom".equals(project.getPackaging())) {
            var holds = otherModules();
            if (holds.isPresent()) {
                return holds.map(others -> "the module has pom packaging and " + others);
            }
        }
        if (isDirect() && session.getProjects().size() > 1 && plugin().isEmpty()) {
            return Optional.of("the module does not list the plugin under <build><plugins>");
        }
        return Optional.empty();
    }

    /** Of a goal that Maven calls for every module on the command line, and that is for those which say so. */
    private Optional<String> unboundReason() {
        boolean bound = plugin().stream()
                .flatMap(plugin -> plugin.getExecutions().stream())
                .anyMatch(candidate -> candidate.getGoals().contains(execution.getGoal()));
        return isDirect() && session.getProjects().size() > 1 && !bound
                ? Optional.of("the module has no <execution> of this goal")
                : Optional.empty();
    }

    /**
     * Finds configuration that a direct goal does not see.
     *
     * @return a warning, or empty if the goal was not called directly or there is nothing to miss
     */
    public Optional<String> missedConfiguration() {
        if (!isDirect() || !isUnnamed(id())) {
            return Optional.empty();
        }
        return plugin().flatMap(plugin -> plugin.getExecutions().stream()
                        .filter(candidate -> candidate.getGoals().contains(execution.getGoal()))
                        .filter(candidate -> hasOwnConfiguration(candidate, plugin))
                        .findFirst())
                .map(candidate -> format(
                        "lenet:%1$s does not see the <configuration> of the execution '%2$s'; to use it, call"
                                + " lenet:%1$s@%2$s",
                        execution.getGoal(), candidate.getId()));
    }

    /** What makes a pom one of other modules; empty for a module in its own right, such as a gate without any code. */
    private Optional<String> otherModules() {
        if (!project.getModules().isEmpty()) {
            return Optional.of("<modules>");
        }
        // Folders that lie beside each other need no <modules> in their parent.
        return Workplace.modules(session).stream()
                .filter(this::isAncestorOf)
                .findFirst()
                .map(child -> "is a parent of " + child.getArtifactId());
    }

    private boolean isAncestorOf(MavenProject other) {
        return Stream.iterate(other.getParent(), Objects::nonNull, MavenProject::getParent)
                .anyMatch(project::equals);
    }

    /**
     * What the module, or a parent of it, says about this plugin under {@code <build><plugins>}.
     *
     * @return the plugin with its executions; empty if it is not mentioned there
     */
    public Optional<Plugin> plugin() {
        return project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getGroupId().equals(execution.getGroupId()))
                .filter(plugin -> plugin.getArtifactId().equals(execution.getArtifactId()))
                .findFirst();
    }

    /** Maven has merged the configuration of the plugin into that of its executions, so only a difference counts. */
    private static boolean hasOwnConfiguration(PluginExecution candidate, Plugin plugin) {
        if (!(candidate.getConfiguration() instanceof Xpp3Dom own)) {
            return false;
        }
        var shared = plugin.getConfiguration() instanceof Xpp3Dom dom ? dom : new Xpp3Dom("configuration");
        return Arrays.stream(own.getChildren()).anyMatch(child -> !child.equals(shared.getChild(child.getName())));
    }
}
