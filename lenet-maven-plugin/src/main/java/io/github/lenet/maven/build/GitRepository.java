package io.github.lenet.maven.build;

import io.github.lenet.maven.build.ExternalCommand.Result;
import io.github.lenet.model.Provenance.Git;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/**
 * Asks Git which commit a project is built from. The command rather than a library: it reads every layout of a
 * repository that its version knows, and costs a few milliseconds and no download.
 */
final class GitRepository {

    /** A status of a large repository on a slow disk; whoever waits longer has no use for it in every build. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Set while Git runs a hook, for the repository of the hook, which need not be that of the folder. */
    private static final List<String> OTHER_REPOSITORY = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE");

    private static final Pattern COMMIT = Pattern.compile("# branch\\.oid ([0-9a-f]+)");

    /** A file that was changed, renamed, or left in conflict; any other line may be a warning. */
    private static final Pattern CHANGE = Pattern.compile("[12u] .*");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private final String program;
    private final Log log;

    /**
     * Takes Git from the {@code PATH}.
     *
     * @param log where it is reported that Git gives no answer
     */
    GitRepository(Log log) {
        this("git", log);
    }

    GitRepository(String program, Log log) {
        this.program = program;
        this.log = log;
    }

    /**
     * Asks for the state of the source code.
     *
     * @param folder a folder of the project
     * @return the commit; empty outside of a repository, before the first commit, and without Git
     */
    Optional<Git> state(Path folder) {
        return run(folder, status()).flatMap(result -> state(result, "provenance.json names no Git commit: "));
    }

    /**
     * Asks for the state of the source code but for one file, which the build itself may write.
     *
     * @param folder a folder of the project
     * @param file the file, in the repository or elsewhere
     * @return as {@link #state(Path)}
     */
    Optional<Git> stateBeside(Path folder, Path file) {
        var from = folder.toAbsolutePath().normalize();
        var path = from.relativize(file.toAbsolutePath().normalize()).toString().replace(File.separatorChar, '/');
        return run(folder, status("--", ":/", ":(exclude)" + path))
                // Git refuses the path of a file outside of the repository.
                .filter(result -> result.status() == 0)
                .or(() -> run(folder, status()))
                .flatMap(result -> state(result, "the history names no Git commit: "));
    }

    /**
     * Asks when the commit was made.
     *
     * @param folder a folder of the project
     * @return the moment; empty where there is no commit
     */
    Optional<Instant> time(Path folder) {
        return run(folder, List.of("log", "-1", "--format=%ct"))
                .filter(result -> result.status() == 0)
                .map(result -> result.output().strip())
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** Untracked files do not count, as in `git describe --dirty`: what a build writes would make every tree dirty. */
    private static List<String> status(String... paths) {
        return Stream.concat(
                        Stream.of(
                                "--no-optional-locks", "status", "--porcelain=v2", "--branch", "--untracked-files=no"),
                        Stream.of(paths))
                .toList();
    }

    private Optional<Result> run(Path folder, List<String> arguments) {
        var command = new ProcessBuilder(
                Stream.concat(Stream.of(program), arguments.stream()).toList());
        command.directory(folder.toFile());
        command.environment().keySet().removeAll(OTHER_REPOSITORY);
        // In English, for the one answer that is no problem.
        command.environment().put("LC_ALL", "C");
        return ExternalCommand.run(PATIENCE, command);
    }

    private Optional<Git> state(Result result, String problem) {
        if (result.status() == 0) {
            var commit = result.output()
                    .lines()
                    .map(COMMIT::matcher)
                    .filter(line -> line.matches())
                    .findFirst();
            var dirty = result.output()
                    .lines()
                    .anyMatch(line -> CHANGE.matcher(line).matches());
            return commit.map(line -> new Git(line.group(1), dirty));
        }
        if (!result.output().contains("not a git repository")) {
            log.warn(problem + reason(result));
        }
        return Optional.empty();
    }

    private static String reason(Result result) {
        return result.status() == Result.HANGING
                ? "git did not answer within " + PATIENCE.toSeconds() + " seconds"
                : result.output().lines().findFirst().orElse("git ended with status " + result.status());
    }
}
