package io.github.lenet.maven;

import io.github.lenet.io.FileNames;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Heap;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.build.AdvisedCommands;
import io.github.lenet.maven.build.EachModule;
import io.github.lenet.maven.build.GoalOutput;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.PrintableLog;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.maven.configuration.ConfigurationWarnings;
import io.github.lenet.maven.configuration.GoalParameters;
import io.github.lenet.maven.configuration.WrittenValues;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.JvmArguments;
import io.github.lenet.maven.worker.WorkerJvm;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.maven.worker.WorkerQueue;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.text.Printable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What every goal shares: a switch that skips it, warnings about settings without effect, and errors that name the
 * element of the POM.
 */
public abstract class AbstractLenetMojo extends AbstractMojo {

    /**
     * Skips every goal of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skip", defaultValue = "false")
    private boolean skip;

    /** Runs this goal in other modules. */
    @Inject
    private EachModule eachModule;

    /** The execution of this goal. */
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Maven's resolver. */
    @Inject
    private RepositorySystem repositorySystem;

    /** The build. */
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Knows the JDKs of this machine. */
    @Inject
    private ToolchainManager toolchains;

    /**
     * Runs the goal, unless there is a reason not to.
     *
     * @throws MojoFailureException if the model misses its gate
     * @throws MojoExecutionException if anything else goes wrong
     */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        for (var module : EachModule.list(invocation())) {
            if (module.equals(project)) {
                executeHere();
            } else {
                eachModule.run(invocation().in(module), getLog());
            }
        }
    }

    private void executeHere() throws MojoExecutionException, MojoFailureException {
        try {
            var skipReason = reasonToSkip();
            if (skipReason.isPresent()) {
                getLog().info("Skipping lenet:" + mojoExecution.getGoal() + ": " + skipReason.get());
                skipped(skipReason.get());
                return;
            }
            new ConfigurationWarnings(invocation()).list().forEach(getLog()::warn);
            new WrittenValues(invocation()).requireNamesOfFiles();
            run();
        } catch (InvalidParameterException e) {
            // Without the cause, whose message Maven would append although it says the same.
            throw new MojoExecutionException(message(explain(e)));
        } catch (OutOfMemoryError e) {
            // What was being done has gone, and with it the memory that it took; Maven would say nothing but "Java heap
            // space".
            throw new MojoExecutionException(
                    "lenet:" + mojoExecution.getGoal() + " ran out of memory: " + Heap.advice(2 * Heap.limit()), e);
        } catch (InvalidPathException e) {
            throw new MojoExecutionException(message(FileNames.describe(e)));
        } catch (IOException e) {
            // Without the cause here too; -X shows it.
            getLog().debug(e);
            throw new MojoExecutionException(message(FileProblem.describe(e)));
        } catch (MojoFailureException e) {
            throw isReady(e) ? e : new MojoFailureException(commands().apply(PrintableLog.messages(e)));
        } catch (MojoExecutionException e) {
            throw isReady(e) ? e : new MojoExecutionException(commands().apply(PrintableLog.messages(e)));
        }
    }

    private String message(String text) {
        return Printable.message(commands().apply(text));
    }

    /** Whether Maven can print a failure as it is. */
    private boolean isReady(Exception failure) {
        var message = String.valueOf(failure.getMessage());
        return PrintableLog.isPrintable(failure) && commands().apply(message).equals(message);
    }

    private AdvisedCommands commands() {
        return new AdvisedCommands(invocation());
    }

    /**
     * The log of Maven, which prints nothing from outside as it is, completes the commands that are advised, and says
     * whose lines these are.
     */
    @Override
    public final Log getLog() {
        var speaker = workplace().speaker();
        var commands = commands();
        return new PrintableLog(super.getLog(), message -> speaker + commands.apply(message));
    }

    /**
     * Why this goal has nothing to do, if so.
     *
     * @throws InvalidParameterException if a switch is neither on nor off; the one that skips may be among them
     */
    final Optional<String> reasonToSkip() {
        new WrittenValues(invocation()).requireBooleans();
        return skip ? Optional.of("lenet.skip is set") : skipReason().or(invocation()::skipReason);
    }

    /** The property that skips this goal alone, if it is set. */
    Optional<String> skipReason() {
        return Optional.empty();
    }

    /** Says, or notes for other goals, what follows where the work is not done. */
    void skipped(String reason) {
        // Nothing, for most goals.
    }

    /** What is wrong with a value, in the words of the POM. */
    final String explain(InvalidParameterException refused) {
        return new GoalParameters(mojoExecution.getMojoDescriptor()).explain(refused);
    }

    /** Does the work. */
    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    /** What this module finds in its repositories. */
    ArtifactResolver repositories() {
        return repositoriesOf(project);
    }

    /** What this module finds there, and in the other modules of this build. */
    BuildArtifacts artifacts() {
        return artifactsOf(project);
    }

    /** What any module finds in its repositories, and in the other modules of this build. */
    BuildArtifacts artifactsOf(MavenProject module) {
        return new BuildArtifacts(session.getProjects(), repositoriesOf(module));
    }

    private ArtifactResolver repositoriesOf(MavenProject module) {
        return new ArtifactResolver(repositorySystem, session.getRepositorySession(), module);
    }

    GoalOutput output() {
        return new GoalOutput(getLog());
    }

    ModelProvider models() {
        return new ModelProvider(artifacts(), getLog());
    }

    /** Obtains the libraries that a worker computes with. */
    BackendResolver libraries() {
        return new BackendResolver(
                repositorySystem, session.getRepositorySession(), project.getRemoteProjectRepositories(), getLog());
    }

    /** The JDK that a worker runs on, of a toolchain that meets these requirements if there are any. */
    JavaExecutable java(@Nullable Map<String, String> requirements) throws MojoExecutionException {
        return new WorkerJvm(toolchains, session, workplace()).choose(requirements);
    }

    /** Starts workers, one after another. */
    WorkerLauncher launcher() {
        return new WorkerLauncher(new WorkerQueue(session.getRepositorySession().getData(), getLog()), getLog());
    }

    /** Lets networks in ONNX files answer, in processes of which there are traces in a folder. */
    OnnxInferences inferences(
            OnnxInput input,
            OnnxOutput output,
            @Nullable Map<String, String> jdkToolchain,
            @Nullable String jvmArgs,
            Path folder) {
        return new OnnxInferences(
                libraries(),
                launcher(),
                () -> new WorkerOptions(0, java(jdkToolchain), JvmArguments.parse(jvmArgs), 0),
                pluginArtifacts(),
                input,
                output,
                workplace().folder(),
                folder,
                getLog());
    }

    /** The plugin's own class path, which a worker shares. */
    Collection<Artifact> pluginArtifacts() {
        return mojoExecution.getMojoDescriptor().getPluginDescriptor().getArtifacts();
    }

    MojoExecution mojoExecution() {
        return mojoExecution;
    }

    /** This run of the goal. */
    Invocation invocation() {
        return new Invocation(session, project, mojoExecution);
    }

    /** Where this goal works. */
    Workplace workplace() {
        return invocation().workplace();
    }

    MavenProject project() {
        return project;
    }

    MavenSession session() {
        return session;
    }
}
