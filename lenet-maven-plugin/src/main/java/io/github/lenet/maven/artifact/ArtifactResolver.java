package io.github.lenet.maven.artifact;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;

/**
 * Resolves single archives through Maven Resolver: the user's repositories, mirrors, proxies and {@code -o} apply.
 *
 * <p>The modules of the running build are not asked, since what they hold is only being made; {@link BuildArtifacts}
 * asks them.
 */
public final class ArtifactResolver {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final MavenProject module;

    /**
     * Makes a resolver for one module.
     *
     * @param system Maven's resolver
     * @param session the session of this build, which knows the local repository and whether it is offline
     * @param module the module, which knows the remote repositories and is never found itself
     */
    public ArtifactResolver(RepositorySystem system, RepositorySystemSession session, MavenProject module) {
        this.system = system;
        this.session = askingAgain(session);
        this.module = module;
    }

    /**
     * Finds an archive; of a range, the one with the highest version. That takes an answer from every repository, while
     * a single version is found as soon as one repository has it.
     *
     * @param reference the archive
     * @param preReleases whether a range also takes snapshots, alphas, betas, milestones and release candidates
     * @return the archive, or that there is none
     * @throws InvalidParameterException if the reference is no valid range, or is this module itself
     * @throws MojoExecutionException if a repository cannot be asked, so that nobody knows
     */
    public Resolution resolve(ArtifactReference reference, boolean preReleases) throws MojoExecutionException {
        if (reference.isRange()) {
            var highest = highestVersion(reference, preReleases);
            return highest.isPresent() ? fetch(reference, highest.get()) : noVersion(reference, preReleases);
        }
        if (reference.isOf(module)) {
            throw new InvalidParameterException(
                    reference.parameter(),
                    reference.coordinates(),
                    "is the version of this module that is being built; name an"
                            + " earlier one, or the range (,${project.version})");
        }
        return fetch(reference, reference.version());
    }

    private Optional<String> highestVersion(ArtifactReference reference, boolean preReleases)
            throws MojoExecutionException {
        var answer = versions(reference);
        var highest = answer.getVersions().stream()
                .map(Object::toString)
                .filter(version -> preReleases || !PreReleases.contain(version))
                .filter(version -> !reference.isOf(module, version))
                .reduce((lower, higher) -> higher);
        // Offline, what is known on this machine is what was asked for.
        if (highest.isEmpty() || !session.isOffline()) {
            requireAnswers(reference, answer.getExceptions());
        }
        return highest;
    }

    private VersionRangeResult versions(ArtifactReference reference) {
        try {
            return system.resolveVersionRange(
                    session, new VersionRangeRequest(reference.artifact(reference.version()), repositories(), null));
        } catch (VersionRangeResolutionException e) {
            throw new InvalidParameterException(
                    reference.parameter(),
                    reference.coordinates(),
                    "has no valid range of versions: " + e.getMessage());
        }
    }

    private Resolution fetch(ArtifactReference reference, String version) throws MojoExecutionException {
        var request = new ArtifactRequest(reference.artifact(version), repositories(), null);
        try {
            var artifact = system.resolveArtifact(session, request).getArtifact();
            return new Resolution.Found(
                    artifact.toString(), version, artifact.getFile().toPath());
        } catch (ArtifactResolutionException e) {
            requireAnswers(reference, e.getResult().getExceptions());
            return new Resolution.Missing(
                    format("no repository holds %s (asked: %s)", reference.coordinates(version), asked()));
        }
    }

    private Resolution noVersion(ArtifactReference reference, boolean preReleases) {
        return new Resolution.Missing(format(
                "no repository holds a %s of %s:%s in the range %s (asked: %s)",
                preReleases ? "version" : "release",
                reference.groupId(),
                reference.artifactId(),
                reference.version(),
                asked()));
    }

    private void requireAnswers(ArtifactReference reference, List<Exception> exceptions) throws MojoExecutionException {
        if (session.isOffline()) {
            throw new MojoExecutionException(format(
                    "Maven is offline (-o), and the local repository %s does not hold %s. Run the same command once without"
                            + " -o.",
                    session.getLocalRepository().getBasedir(), reference.element()));
        }
        var problems = RepositoryProblems.list(exceptions, repositories());
        if (!problems.isEmpty()) {
            throw new MojoExecutionException(format(
                    "Cannot tell whether there is %s, because not every repository could be asked:%s",
                    reference.element(),
                    problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining())));
        }
    }

    private List<RemoteRepository> repositories() {
        return module.getRemoteProjectRepositories();
    }

    private String asked() {
        return RepositoryProblems.names(repositories());
    }

    /** Otherwise the answer that there is none would be remembered for a day, over the first release. */
    private static RepositorySystemSession askingAgain(RepositorySystemSession session) {
        var asking = new DefaultRepositorySystemSession(session);
        asking.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        asking.setWorkspaceReader(null);
        return asking;
    }
}
