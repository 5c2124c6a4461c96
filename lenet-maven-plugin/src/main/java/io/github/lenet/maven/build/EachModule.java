package io.github.lenet.maven.build;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Runs a goal of the command line in every module of a build. Maven itself does so only with goals that require a
 * project, which cannot run in a folder without a POM; all others it calls for the top module alone.
 */
public final class EachModule {

    private final LifecycleExecutor lifecycles;
    private final BuildPluginManager plugins;

    /**
     * Made by Maven.
     *
     * @param lifecycles finds the configuration of a goal in a module
     * @param plugins runs it
     */
    @Inject
    public EachModule(LifecycleExecutor lifecycles, BuildPluginManager plugins) {
        this.lifecycles = lifecycles;
        this.plugins = plugins;
    }

    /**
     * Lists the modules that a goal has to run in.
     *
     * @param invocation the goal in the module that Maven calls it for
     * @return that module alone, or all of the build, in its order, if Maven leaves out the others
     */
    public static List<MavenProject> list(Invocation invocation) {
        var goal = invocation.execution().getMojoDescriptor();
        var session = invocation.session();
        var project = invocation.project();
        var isLeftToUs = invocation.isDirect() && !goal.isProjectRequired() && !goal.isAggregator();
        return isLeftToUs && project.equals(session.getTopLevelProject()) ? session.getProjects() : List.of(project);
    }

    /**
     * Runs a goal in another module, with the configuration that it has there, unless there is a reason not to.
     *
     * @param there the goal in the other module
     * @param log where it is said which module comes
     * @throws MojoFailureException if the model of that module misses its gate
     * @throws MojoExecutionException if anything else goes wrong
     */
    public void run(Invocation there, Log log) throws MojoExecutionException, MojoFailureException {
        var goal = "lenet:" + there.execution().getGoal();
        var name = there.project().getArtifactId();
        var skipReason = there.skipReason();
        if (skipReason.isPresent()) {
            log.info("Skipping " + goal + " in " + name + ": " + skipReason.get());
            return;
        }
        log.info("");
        log.info("--- " + goal + " @ " + name + " ---");
        try {
            for (var execution : lifecycles
                    .calculateExecutionPlan(there.session(), task(there.execution()))
                    .getMojoExecutions()) {
                plugins.executeMojo(there.session(), execution);
            }
        } catch (MojoFailureException e) {
            throw new MojoFailureException(name + ": " + e.getMessage(), e);
        } catch (MojoExecutionException e) {
            throw new MojoExecutionException(name + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // What Maven says where a plugin or its configuration cannot be had.
            throw new MojoExecutionException(name + ": " + e.getMessage(), e);
        }
    }

    /** The goal as one would name it on the command line. */
    private static String task(MojoExecution execution) {
        var id = execution.getExecutionId();
        return String.join(
                        ":",
                        execution.getGroupId(),
                        execution.getArtifactId(),
                        execution.getVersion(),
                        execution.getGoal())
                + (Invocation.isUnnamed(id) ? "" : "@" + id);
    }
}
