package io.github.lenet.prediction;

import io.github.lenet.io.FileNames;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.SystemFiles;
import io.github.lenet.text.Printable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The files that somebody means who names files, folders and globs.
 *
 * @param files every file, in the order in which they were named; those of a folder or glob by name
 * @param problems a sentence for each folder and glob that stands for no image, and each name that is none
 */
public record ImageFiles(List<Path> files, List<String> problems) {

    /**
     * What counts as an image among the other files of a folder. A file that is named itself may be called anything.
     */
    private static final Pattern IN_FOLDER =
            Pattern.compile(".*\\.(png|jpe?g|gif|bmp)|.*idx[34]-ubyte(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    /** Copies the lists. */
    public ImageFiles {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Looks for files.
     *
     * @param names files; folders, which stand for the pictures and IDX files below them; globs, where {@code *} is
     *     anything within a folder and {@code **} anything at all, as in {@link FileSystems}
     * @param base folder that relative names start from
     * @return what was found, and which names stand for nothing
     */
    public static ImageFiles find(List<String> names, Path base) {
        var files = new ArrayList<Path>();
        var problems = new ArrayList<String>();
        for (var name : names) {
            try {
                files.addAll(find(name.strip(), base));
            } catch (IOException e) {
                problems.add(Printable.of(FileProblem.describe(e)));
            } catch (UncheckedIOException e) {
                problems.add(Printable.of(FileProblem.describe(
                        Objects.requireNonNull(e.getCause(), "every such exception has a cause"))));
            } catch (InvalidPathException e) {
                problems.add(Printable.of(FileNames.describe(e)));
            } catch (PatternSyntaxException e) {
                problems.add(Printable.of("'" + name + "' is no file name and no glob: " + e.getDescription()));
            }
        }
        return new ImageFiles(files, problems);
    }

    private static List<Path> find(String name, Path base) throws IOException {
        var glob = GLOB.matcher(name);
        // A file may be called digit[1].png; Windows could not even ask for one called *.png.
        if (glob.find() && !exists(base, name)) {
            return matching(name.replace(File.separatorChar, '/'), base);
        }
        var path = base.resolve(name);
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        var images = filesBelow(
                path, file -> IN_FOLDER.matcher(file.getFileName().toString()).matches());
        if (images.isEmpty()) {
            throw new IOException("the folder " + path + " holds no PNG, JPEG, GIF, BMP or IDX images");
        }
        return images;
    }

    private static boolean exists(Path base, String name) {
        try {
            return Files.exists(base.resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Searches from the folder that stands before the first special character. */
    private static List<Path> matching(String glob, Path base) throws IOException {
        var special = GLOB.matcher(glob);
        var folderLength = special.find() ? glob.lastIndexOf('/', special.start()) + 1 : 0;
        var folder = base.resolve(glob.substring(0, folderLength));
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(folderLength));
        var matches = Files.isDirectory(folder)
                ? filesBelow(folder, file -> matcher.matches(folder.relativize(file)))
                : List.<Path>of();
        if (matches.isEmpty()) {
            throw new IOException(
                    "no file matches " + base.resolve(folder) + File.separator + glob.substring(folderLength));
        }
        return matches;
    }

    private static List<Path> filesBelow(Path folder, Predicate<Path> wanted) throws IOException {
        try (var paths = Files.walk(folder)) {
            var files = paths.filter(Files::isRegularFile)
                    .filter(file -> !isOfSystem(folder.relativize(file), folder))
                    .filter(wanted)
                    .sorted()
                    .toList();
            for (var file : files) {
                FileNames.requireExpressible(file);
            }
            return files;
        }
    }

    /** Such as {@code __MACOSX/._3.png}, which looks like a picture. */
    private static boolean isOfSystem(Path file, Path folder) {
        try {
            for (var depth = 1; depth <= file.getNameCount(); depth++) {
                if (SystemFiles.isOne(folder.resolve(file.subpath(0, depth)))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
