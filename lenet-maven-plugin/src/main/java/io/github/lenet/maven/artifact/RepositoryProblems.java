package io.github.lenet.maven.artifact;

import static io.github.lenet.text.Formatting.format;

import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.MetadataNotFoundException;

/** Tells repositories that gave no answer from those that answered that they hold nothing. */
final class RepositoryProblems {

    private RepositoryProblems() {}

    /**
     * Why repositories gave no answer.
     *
     * @param exceptions what the resolver reports; everything counts but that something does not exist
     * @param repositories all that were asked
     * @return a reason with the name of the repository for each that gave none; empty if all have answered
     */
    static List<String> list(List<Exception> exceptions, List<RemoteRepository> repositories) {
        var unanswered = exceptions.stream()
                .filter(exception -> !(exception instanceof ArtifactNotFoundException))
                .filter(exception -> !(exception instanceof MetadataNotFoundException))
                .map(exception -> reason(exception, repositories));
        var folders =
                repositories.stream().map(RepositoryProblems::missingFolder).flatMap(Optional::stream);
        return Stream.concat(unanswered, folders).distinct().toList();
    }

    /** The resolver names the repository of every exception of its own, but not of a file that it cannot read. */
    private static String reason(Exception exception, List<RemoteRepository> repositories) {
        return exception instanceof RepositoryException
                ? withRootCause(exception)
                : format(
                        "one of the repositories %s answered with something else than its maven-metadata.xml: %s",
                        names(repositories), exception.getMessage());
    }

    /** Some transports say only that the transfer failed, and leave the reason to the cause. */
    private static String withRootCause(Exception exception) {
        var causes = Stream.<Throwable>iterate(exception, Objects::nonNull, Throwable::getCause);
        var root = causes.reduce(exception, (above, below) -> below);
        var message = String.valueOf(exception.getMessage());
        var reason = root.getMessage();
        return reason == null || message.contains(reason) ? message : message + ": " + reason;
    }

    /** The repositories for a message. */
    static String names(List<RemoteRepository> repositories) {
        return repositories.stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
    }

    /** For the resolver a folder that is not there, perhaps a share that is not mounted, is one without artifacts. */
    private static Optional<String> missingFolder(RemoteRepository repository) {
        if (!repository.getProtocol().equals("file")) {
            return Optional.empty();
        }
        return folder(repository.getUrl())
                .filter(folder -> !folder.isDirectory())
                .map(folder ->
                        format("the folder of the repository %s does not exist: %s", repository.getId(), folder));
    }

    /** Maven takes white space and more in such an address, which the JDK does not. */
    private static Optional<File> folder(String url) {
        try {
            return Optional.ofNullable(URI.create(url.replace(" ", "%20")).getPath())
                    .map(File::new);
        } catch (IllegalArgumentException e) {
            // The resolver has found it in its own way, or it would have said so.
            return Optional.empty();
        }
    }
}
