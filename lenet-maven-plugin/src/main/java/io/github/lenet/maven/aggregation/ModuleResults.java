package io.github.lenet.maven.aggregation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.VerificationNotes;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Finds the verifications of the modules that a module declares as dependencies. Since it declares them, Maven builds
 * them before it, also with {@code -T}; what {@code -rf} or {@code -pl} leaves out of this run is found all the same,
 * with the result of an earlier build.
 *
 * @param aggregate the goal that asks, in the module that aggregates
 * @param published reads the POMs of dependencies that are no modules of the build
 * @param artifacts finds what a module takes from elsewhere
 * @param log where a download would be announced
 */
public record ModuleResults(
        Invocation aggregate, PublishedModules published, Function<MavenProject, BuildArtifacts> artifacts, Log log) {

    /**
     * Finds the verifications.
     *
     * @return every execution of {@code lenet:verify} in the modules that the one that aggregates depends on, in the
     *     order of its dependencies
     */
    public DeclaredModules list() {
        // By their files, because a module is often declared for its jar and for its model.
        var results = new LinkedHashMap<Path, ModuleResult>();
        var absent = new LinkedHashSet<String>();
        for (var dependency : aggregate.project().getDependencies()) {
            var module = Workplace.modules(aggregate.session()).stream()
                    .filter(candidate -> isOf(dependency, candidate))
                    .findFirst();
            if (module.isPresent()) {
                results(module.get()).forEach(result -> results.putIfAbsent(result.evaluationFile(), result));
            } else {
                absence(dependency).ifPresent(absent::add);
            }
        }
        return new DeclaredModules(List.copyOf(results.values()), List.copyOf(absent));
    }

    private static boolean isOf(Dependency dependency, MavenProject module) {
        return module.getGroupId().equals(dependency.getGroupId())
                && module.getArtifactId().equals(dependency.getArtifactId())
                && (module.getVersion().equals(dependency.getVersion()) || isInRange(module.getVersion(), dependency));
    }

    private static boolean isInRange(String version, Dependency dependency) {
        try {
            var range = VersionRange.createFromVersionSpec(dependency.getVersion());
            return range != null
                    && range.hasRestrictions()
                    && range.containsVersion(new DefaultArtifactVersion(version));
        } catch (InvalidVersionSpecificationException e) {
            return false;
        }
    }

    /** What is missing of a dependency that is no module of this build, if it has a gate. */
    private Optional<String> absence(Dependency dependency) {
        if (Artifact.SCOPE_SYSTEM.equals(dependency.getScope())) {
            return Optional.empty();
        }
        var name = dependency.getGroupId() + ":" + dependency.getArtifactId();
        try {
            var module = new Invocation(aggregate.session(), published.read(dependency), aggregate.execution());
            return ConfiguredGoal.list("verify", module).stream()
                    .filter(verification -> !Invocation.isUnnamed(verification.id()))
                    .findFirst()
                    .map(verification -> format(
                            "%s runs lenet:verify (execution '%s'), but is no module of this build, so that it has no result"
                                    + " here",
                            name, verification.id()));
        } catch (MojoExecutionException e) {
            return Optional.of(format(
                    "%s is no module of this build, and nobody can tell whether it runs lenet:verify: %s",
                    name, e.getMessage()));
        }
    }

    private List<ModuleResult> results(MavenProject module) {
        // The parameters of a goal are evaluated for the session's current module.
        var there = aggregate.in(module);
        var results = new ArrayList<ModuleResult>();
        for (var verification : ConfiguredGoal.list("verify", there)) {
            var result = result(there, verification);
            // A call on the command line that has left nothing did not happen.
            if (!Invocation.isUnnamed(result.execution()) || Files.exists(result.evaluationFile())) {
                results.add(result);
            }
        }
        return results;
    }

    private ModuleResult result(Invocation there, ConfiguredGoal verification) {
        var module = there.project();
        var name = verification.text("name").orElse(module.getArtifactId());
        var folder = verification.file("outputDirectory").orElseThrow();
        return new ModuleResult(
                module.getGroupId() + ":" + module.getArtifactId(),
                verification.id(),
                name,
                new Reports(folder, name).evaluationFile(),
                obstacle(module, folder).orElse(null),
                new VerificationNotes(module).hasRun(folder) ? null : earlier(there, verification));
    }

    private Optional<String> obstacle(MavenProject module, Path folder) {
        var notes = new VerificationNotes(module);
        boolean failed = aggregate.session().getResult().getBuildSummary(module) instanceof BuildFailure;
        return notes.skipReason(folder)
                .map("was skipped in this build: "::concat)
                .or(() -> Optional.of("was not reached, because its build failed")
                        .filter(reason -> failed && !notes.hasRun(folder)));
    }

    private EarlierVerification earlier(Invocation there, ConfiguredGoal verification) {
        var found = artifacts.apply(there.project());
        return new EarlierVerification(
                verification,
                ConfiguredGoal.list("train", there),
                new ModelProvider(found, log),
                new DatasetProvider(there.session().getRepositorySession(), found, log));
    }
}
