package io.github.lenet.maven.backend;

import io.github.lenet.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Resolves the libraries of a backend through Maven Resolver: the user's repositories, mirrors, proxies and {@code -o}
 * apply.
 */
public final class BackendResolver {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final Log log;

    /**
     * Resolves within one build.
     *
     * @param system Maven's resolver
     * @param session the session of this build, which knows the local repository, mirrors, proxies and whether it is
     *     offline
     * @param repositories where to look, in order
     * @param log where a download is announced
     */
    public BackendResolver(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories, Log log) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
        this.log = log;
    }

    /**
     * Chooses a backend for this machine, and downloads nothing.
     *
     * @param request what the POM asks for
     * @return what to compute with
     * @throws MojoExecutionException if this machine cannot use what is asked for
     */
    public Backend select(BackendRequest request) throws MojoExecutionException {
        return BackendSelector.ofThisMachine(log).select(request);
    }

    /**
     * Resolves the libraries, and downloads what the local repository lacks.
     *
     * @param backend the libraries
     * @return every one of them, each with its file, with at most one set of native libraries
     * @throws MojoExecutionException if a library cannot be had
     */
    public List<Artifact> resolve(Backend backend) throws MojoExecutionException {
        var toFetch = coordinates(backend.artifacts());
        try {
            var nodes = collect(backend);
            var missing = nodes.stream()
                    .filter(node -> !isLocal(node))
                    .map(DependencyNode::getArtifact)
                    .toList();
            if (!missing.isEmpty() && !session.isOffline()) {
                log.info(DownloadSize.announcement(
                        backend, missing, session.getLocalRepository().getBasedir()));
            }
            // Otherwise the artifacts that were asked for bring what is missing.
            if (toFetch.containsAll(coordinates(missing))) {
                toFetch = coordinates(missing);
            }
            var requests = nodes.stream().map(ArtifactRequest::new).toList();
            return system.resolveArtifacts(session, requests).stream()
                    .map(ArtifactResult::getArtifact)
                    .toList();
        } catch (DependencyCollectionException | ArtifactResolutionException e) {
            // Offline, the resolver's own message only repeats in its words what this one says; Maven would append it.
            throw new MojoExecutionException(unavailable(backend, toFetch, e), session.isOffline() ? null : e);
        }
    }

    List<DependencyNode> collect(Backend backend) throws DependencyCollectionException {
        var request = new CollectRequest();
        request.setRepositories(repositories);
        backend.artifacts().forEach(artifact -> request.addDependency(new Dependency(artifact, "runtime")));
        var nodes = new ArrayList<DependencyNode>();
        flatten(system.collectDependencies(session, request).getRoot(), backend, nodes);
        return nodes;
    }

    /** The tree holds each library once: Maven's session has resolved its conflicts already. */
    private static void flatten(DependencyNode node, Backend backend, List<DependencyNode> nodes) {
        if (node.getArtifact() != null) {
            if (!backend.includes(node.getArtifact())) {
                return;
            }
            nodes.add(node);
        }
        node.getChildren().forEach(child -> flatten(child, backend, nodes));
    }

    private boolean isLocal(DependencyNode node) {
        var request = new LocalArtifactRequest(node.getArtifact(), node.getRepositories(), node.getRequestContext());
        return session.getLocalRepositoryManager().find(session, request).isAvailable();
    }

    private String unavailable(Backend backend, List<String> toFetch, Exception reason) {
        var commands = toFetch.stream()
                .map(coordinates -> "\n  mvn dependency:get -Dartifact=" + coordinates)
                .collect(Collectors.joining());
        var introduction = session.isOffline()
                ? "Maven is offline (-o), and the local repository "
                        + session.getLocalRepository().getBasedir() + " lacks libraries that " + backend.user()
                        + " needs."
                : English.sentence(
                        "Cannot download the libraries that " + backend.user() + " needs: " + reason.getMessage());
        return introduction
                + " Run the same command once without -o and with a connection to your repositories, or fetch them with"
                + commands;
    }

    private static List<String> coordinates(List<Artifact> artifacts) {
        return artifacts.stream().map(BackendResolver::coordinates).toList();
    }

    private static String coordinates(Artifact artifact) {
        var module = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
        return artifact.getClassifier().isEmpty() ? module : module + ":jar:" + artifact.getClassifier();
    }
}
