package io.github.lenet.maven;

import io.github.lenet.maven.aggregation.AggregateGoal;
import io.github.lenet.maven.aggregation.AggregateRequest;
import io.github.lenet.maven.aggregation.ModuleResults;
import io.github.lenet.maven.aggregation.PublishedModules;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.build.WholeBuild;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.GithubActions;
import io.github.lenet.maven.gate.RuleConfiguration;
import io.github.lenet.report.Reports;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the results of {@code lenet:verify} in the modules that this module declares as dependencies, holds them
 * against one gate, and writes one report over all of them to the folder {@code aggregate} in {@code outputDirectory}.
 *
 * <p>Where {@code -rf} or {@code -pl} leaves such a module out of this run, the result of an earlier build counts as
 * long as its model and what that was trained with are unchanged.
 *
 * <p>It measures nothing itself, and runs in modules of any packaging, {@code pom} among them. A rule that a module
 * missed fails this gate too, whether or not the module's build went on.
 */
@Mojo(name = "verify-aggregate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyAggregateMojo extends AbstractLenetMojo {

    /**
     * Whether a model that is not good enough fails the build; otherwise there is only a warning. Whatever else goes
     * wrong fails the build in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    /**
     * The lowest share of the test images that the model of each module must classify right, such as {@code 0.99} or
     * {@code 98.5%}, beside what the module itself demands.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.minimumAccuracy")
    private @Nullable String minimumAccuracy;

    /**
     * Name of this verification, for the title of the report and for the file {@code TEST-lenet-<name>.xml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.name", defaultValue = "${project.artifactId}", required = true)
    private String name;

    /**
     * Folder for the reports, which lie in its folder {@code aggregate}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.outputDirectory", defaultValue = "${project.build.directory}/lenet", required = true)
    private File outputDirectory;

    /**
     * What is demanded of the model of each module, beside what the module itself demands: a list of {@code <rule>},
     * each with a {@code <metric>} and a {@code <minimum>} or {@code <maximum>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<RuleConfiguration> rules;

    /**
     * Skips this goal and {@code lenet:verify}, with their reports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skipVerify", defaultValue = "false")
    private boolean skipVerify;

    /** Maven's reader of POMs. */
    private final ProjectBuilder projectBuilder;

    /**
     * Takes Maven's parts.
     *
     * @param projectBuilder reads POMs
     */
    @Inject
    public VerifyAggregateMojo(ProjectBuilder projectBuilder) {
        this.projectBuilder = projectBuilder;
    }

    @Override
    Optional<String> skipReason() {
        return skipVerify ? Optional.of("lenet.skipVerify is set") : Optional.empty();
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        var reports = new Reports(outputDirectory.toPath().resolve("aggregate"), name);
        OutputFiles.claim(invocation(), reports.aggregateFile());
        // First of all, so that whatever breaks below, no old verdict can be taken for a new one.
        reports.deletePrevious();
        new AggregateGoal(new Conclusion(new GithubActions(System.getenv(), System.out), getLog()))
                .run(new AggregateRequest(
                        modules().list(),
                        new WholeBuild(session(), project()).command(),
                        RuleConfiguration.read(minimumAccuracy, rules),
                        haltOnFailure,
                        reports));
    }

    private ModuleResults modules() {
        return new ModuleResults(
                invocation(),
                new PublishedModules(repositories(), projectBuilder, session()),
                this::artifactsOf,
                getLog());
    }
}
