package io.github.lenet.maven;

import io.github.lenet.maven.build.BuildFacts;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.build.VerificationNotes;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.dataset.SlicesOptions;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.EvaluationConfiguration;
import io.github.lenet.maven.gate.GithubActions;
import io.github.lenet.maven.gate.RuleConfiguration;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.maven.verification.BaselineLimits;
import io.github.lenet.maven.verification.BaselineRequest;
import io.github.lenet.maven.verification.Baselines;
import io.github.lenet.maven.verification.BuildHistory;
import io.github.lenet.maven.verification.Demands;
import io.github.lenet.maven.verification.ModelOrigin;
import io.github.lenet.maven.verification.VerifyGoal;
import io.github.lenet.maven.verification.VerifyPolicy;
import io.github.lenet.maven.verification.VerifyRequest;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Reports;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Measures the model on the test images of the data set, or what any other model has predicted, writes the reports, and
 * fails the build if the model is not good enough: by itself, or beside the model of the last release.
 *
 * <p>It never trains. A model of {@code lenet:train} needs neither a process of its own nor native libraries; a network
 * in an ONNX file is computed by ONNX Runtime in a process of its own.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractVerificationMojo {

    /**
     * The model to compare with, from the repositories of this build:
     * {@code groupId:artifactId[:type[:classifier]]:version}, by default of the type {@code zip} and with the
     * classifier {@code lenet}. Of a range such as {@code (,${project.version})} it is the highest release. Not with
     * {@code baselineFile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.baselineArtifact")
    private @Nullable String baselineArtifact;

    /**
     * The model to compare with, as a file: a {@code model.zip} of {@code lenet:train}, or an ONNX file, which takes
     * its images as the one under test does. Not with {@code baselineArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.baselineFile")
    private @Nullable File baselineFile;

    /**
     * Whether a range of versions in {@code baselineArtifact} also takes snapshots, alphas, betas, milestones and
     * release candidates.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.baselineIncludeSnapshots", defaultValue = "false")
    private boolean baselineIncludeSnapshots;

    /**
     * What another model answered to the same rows, to compare with: a CSV as {@code predictionsFile}. Rows belong
     * together that have the same {@code id}, or the same place if neither file has ids. Not with {@code baselineFile}
     * or {@code baselineArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.baselinePredictionsFile")
    private @Nullable File baselinePredictionsFile;

    /**
     * Other images to measure the same model on: a list of {@code <evaluation>}, each with a {@code <name>}, its
     * {@code <rules>}, and either a {@code <dataset>} and {@code <split>} of its own, or a change that makes the images
     * harder to read, such as {@code <shift>2</shift>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<EvaluationConfiguration> evaluations;

    /**
     * Whether a missing model fails the build; otherwise there is only a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.failIfNoModel", defaultValue = "true")
    private boolean failIfNoModel;

    /**
     * Whether it fails the build that there is nothing to check: no {@code minimumAccuracy}, no {@code rules}, no
     * {@code evaluations} and no baseline. Otherwise there is only a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.failIfNoRules", defaultValue = "true")
    private boolean failIfNoRules;

    /**
     * Whether a model that was not trained with the present values of the POM fails the build; otherwise there is only
     * a warning. The default is {@code true} in a phase of the build, and {@code false} for {@code mvn lenet:verify}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.failIfStale")
    private @Nullable Boolean failIfStale;

    /**
     * Whether a model that is not good enough fails the build; otherwise there is only a warning. Whatever else goes
     * wrong fails the build in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    /**
     * Whether {@code historyFile} also gets a line if there are changes in other files that are not committed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.historyOfDirtyTree", defaultValue = "false")
    private boolean historyOfDirtyTree;

    /**
     * Whether it is only a warning that no repository holds the {@code baselineArtifact}, as before a first release. A
     * repository that cannot be asked fails the build in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.ignoreMissingBaseline", defaultValue = "true")
    private boolean ignoreMissingBaseline;

    /**
     * What the model is for, and what not, in your own words, for {@code model-card.md} and {@code bom.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.intendedUse")
    private @Nullable String intendedUse;

    /**
     * How far the accuracy may rise above that of the baseline before something must be wrong, such as test images
     * among the training images: {@code 0.05} or {@code 5%}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.maximumImprovement")
    private @Nullable String maximumImprovement;

    /**
     * How far the accuracy may fall below that of the baseline: {@code 0.001} or {@code 0.1%}. The default is 0.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.maximumRegression")
    private @Nullable String maximumRegression;

    /**
     * The lowest share of the test images that must be classified right, such as {@code 0.99} or {@code 98.5%}. It is
     * compared exactly, never rounded: 9,899 of 10,000 is not 0.99.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.minimumAccuracy")
    private @Nullable String minimumAccuracy;

    /**
     * How far the accuracy must rise above that of the baseline: {@code 0.002} or {@code 0.2%}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.minimumImprovement")
    private @Nullable String minimumImprovement;

    /**
     * How a model that is worse than its baseline is told from bad luck with the test images: {@code significant} fails
     * the build when the accuracy fell by more than {@code maximumRegression} and McNemar's test says that it is no
     * noise; {@code non-inferior} fails it unless the test images show that the accuracy did not fall by more.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.regressionTest", defaultValue = "significant", required = true)
    private String regressionTest;

    /**
     * What is demanded of the model: a list of {@code <rule>}, each with a {@code <metric>} and a {@code <minimum>} or
     * {@code <maximum>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<RuleConfiguration> rules;

    /**
     * How often noise may be called a fall: a number greater than 0 and below 0.5.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.significance", defaultValue = "0.05", required = true)
    private String significance;

    /**
     * Skips the verification, with its reports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skipVerify", defaultValue = "false")
    private boolean skipVerify;

    /**
     * A CSV that says which test images have something in common beside their class, such as who wrote them: its first
     * column is the {@code index} of an image, the {@code id} of a row of {@code predictionsFile}, or the {@code file}
     * of a picture, and each further column a property. Rules with {@code <element>slice</element>} look at the images
     * with the same value.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.slices")
    private @Nullable File slices;

    @Override
    Optional<String> skipReason() {
        return skipVerify ? Optional.of("lenet.skipVerify is set") : Optional.empty();
    }

    @Override
    void skipped(String reason) {
        new VerificationNotes(project()).skipped(outputDirectory(), reason);
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        var reports = reports();
        OutputFiles.claim(invocation(), reports.evaluationFile());
        // First of all, so that whatever breaks below, no old verdict can be taken for a new one.
        reports.deletePrevious();
        new VerificationNotes(project()).ran(outputDirectory());
        goal().run(request(reports));
    }

    private VerifyRequest request(Reports reports) {
        var model = model();
        // No training of this module writes an artifact.
        var trainings = model.file() == null
                ? List.<PlannedTraining>of()
                : PlannedTraining.of(model.file(), ConfiguredGoal.list("train", invocation()));
        return new VerifyRequest(
                model,
                datasetOptions(),
                SlicesOptions.of(slices, workplace().folder()),
                demands(),
                trainings,
                new VerifyPolicy(haltOnFailure, failIfNoModel, failIfNoRules, failIfStale()),
                workplace().isModule()
                        ? ModelOrigin.publication(project(), intendedUse)
                        : Publication.ofNobody(intendedUse),
                !skipsReport(),
                reports,
                history(reports.name()));
    }

    private @Nullable BuildHistory history(String name) {
        var file = history();
        return file == null
                ? null
                : new BuildHistory(
                        file.path(),
                        historyOfDirtyTree,
                        name,
                        workplace().isModule() ? project().getVersion() : null,
                        new BuildFacts(session(), getLog()),
                        workplace(),
                        getLog());
    }

    private Demands demands() {
        return new Demands(
                RuleConfiguration.read(minimumAccuracy, rules),
                EvaluationConfiguration.read(evaluations, datasetOptions()),
                BaselineRequest.of(
                        baselineFile,
                        baselineArtifact,
                        predictions(baselinePredictionsFile, null),
                        baselineIncludeSnapshots,
                        ignoreMissingBaseline,
                        new BaselineLimits(
                                regressionTest,
                                maximumRegression,
                                significance,
                                minimumImprovement,
                                maximumImprovement)));
    }

    private boolean failIfStale() {
        return failIfStale == null ? !invocation().isDirect() : failIfStale;
    }

    private VerifyGoal goal() {
        var inferences = onnxInferences();
        return new VerifyGoal(
                models(),
                datasets(),
                new Baselines(repositories(), workplace().folder(), inferences, getLog()),
                inferences,
                new Conclusion(new GithubActions(System.getenv(), System.out), getLog()),
                getLog());
    }
}
