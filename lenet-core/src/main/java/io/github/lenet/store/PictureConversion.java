package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.text.English;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the IDX files of a folder of pictures, in the cache under the digest of everything that decides them: the bytes
 * and names of the pictures, and the options. So they are made once, and again when a picture changes; and whatever
 * reads data sets need not know of pictures.
 */
final class PictureConversion {

    /** Changes with the files that the same pictures give. */
    private static final String VERSION = "lenet pictures 3";

    private static final int SHOWN_PROBLEMS = 20;

    private final PictureFolder folder;
    private final PictureOptions options;
    private final CacheDirectory cache;
    private final DownloadListener listener;

    PictureConversion(
            PictureFolder folder, PictureOptions options, CacheDirectory cacheDirectory, DownloadListener listener) {
        this.folder = folder;
        this.options = options;
        this.cache = cacheDirectory;
        this.listener = listener;
    }

    /**
     * Converts, unless that has been done.
     *
     * @param name name of the data set
     * @return the folder of the IDX files
     * @throws DatasetUnavailableException if the folder is no data set, or a picture cannot be used; it lists them
     */
    LocatedDataset run(String name) throws IOException {
        var pictures = folder.pictures();
        requireFiles(pictures);
        var target = new DerivedFolder(cache, CacheLayout.PICTURES, digest(pictures), listener)
                .obtain(directory -> convert(name, pictures, directory));
        return LocatedDataset.open(name, target, "pictures in " + folder.directory());
    }

    private void convert(String name, List<Picture> pictures, Path directory) throws IOException {
        listener.message(format(
                "Reading %,d pictures in %d classes from %s as images of %d x %d pixels%s (%s)",
                pictures.size(),
                PictureFolder.classNames(pictures).size(),
                folder.directory(),
                options.height(),
                options.width(),
                options.colour() == ImageColour.GREY ? "" : " in colour",
                options.preparation()));
        var parts = folder.parts();
        if (parts != null) {
            parts.remark().ifPresent(listener::message);
        }
        write(directory, read(name, pictures), pictures);
    }

    private void requireFiles(List<Picture> pictures) throws DatasetUnavailableException {
        requireNone(pictures.stream()
                .map(Picture::file)
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .map(file -> file + " is no file that can be read")
                .toList());
    }

    private void requireNone(List<String> problems) throws DatasetUnavailableException {
        if (!problems.isEmpty()) {
            var shown = problems.stream().sorted().limit(SHOWN_PROBLEMS).map(problem -> "\n  - " + problem);
            var hidden = problems.size() - SHOWN_PROBLEMS;
            throw new DatasetUnavailableException(format(
                    "%s in %s cannot be used; mend or remove %s:%s%s",
                    English.count(problems.size(), "file"),
                    folder.directory(),
                    problems.size() == 1 ? "it" : "them",
                    shown.collect(Collectors.joining()),
                    hidden > 0 ? format("\n  and %,d more", hidden) : ""));
        }
    }

    private String digest(List<Picture> pictures) throws IOException {
        var digest = Sha256.begin();
        var split = folder.hasTestSet() ? "own test set" : format("%s %d", options.testFraction(), ContentSplit.SEED);
        var lines = new ArrayList<>(List.of(VERSION, split));
        lines.add(format("%d x %d %s", options.height(), options.width(), options.preparation()));
        if (options.colour() != ImageColour.GREY) {
            lines.add(options.colour().toString());
        }
        for (var picture : pictures) {
            // Lengths, so that no name can be taken for what follows it.
            var relative = relative(picture);
            lines.add(relative.length() + " " + relative + " " + Sha256.hex(picture.file()));
        }
        digest.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }

    /**
     * Pictures that were read.
     *
     * @param images what became of them
     * @param digests what tells each of them from others
     */
    private record Pictures(Dataset images, long[] digests) {}

    private Pictures read(String name, List<Picture> pictures) throws IOException {
        var imageSize = options.colour().channels() * options.height() * options.width();
        if ((long) pictures.size() * imageSize > Integer.MAX_VALUE - 8) {
            throw new DatasetUnavailableException(format(
                    "%d images of %d x %d pixels are more than the 2 GiB of a data set; choose a smaller <imageSize>",
                    pictures.size(), options.height(), options.width()));
        }
        var pixels = new byte[pictures.size() * imageSize];
        var digests = new long[pictures.size()];
        var problems = IntStream.range(0, pictures.size())
                .parallel()
                .mapToObj(i -> read(pictures.get(i).file(), i, pixels, digests))
                .filter(problem -> !problem.isEmpty())
                .toList();
        requireNone(problems);
        var classNames = List.copyOf(PictureFolder.classNames(pictures));
        var labels = new byte[pictures.size()];
        IntStream.range(0, labels.length)
                .forEach(i ->
                        labels[i] = (byte) classNames.indexOf(pictures.get(i).className()));
        return new Pictures(
                new Dataset(
                        name,
                        "all",
                        options.colour().channels(),
                        options.height(),
                        options.width(),
                        pixels,
                        labels,
                        classNames),
                digests);
    }

    /** Reads a picture into its place, and returns what is wrong with it, or nothing. */
    private String read(Path file, int place, byte[] pixels, long[] digests) {
        try {
            var picture =
                    options.preparation().readWithDigest(file, options.colour(), options.height(), options.width());
            System.arraycopy(picture.image(), 0, pixels, place * picture.image().length, picture.image().length);
            digests[place] = picture.digest();
            return "";
        } catch (IOException e) {
            return FileProblem.describe(e);
        }
    }

    private void write(Path directory, Pictures read, List<Picture> pictures) throws IOException {
        var whole = read.images();
        var isTest = folder.hasTestSet() ? ownTestSet(pictures) : chosenTestSet(read);
        var training = subset(whole, isTest, false, Split.TRAIN);
        var test = subset(whole, isTest, true, Split.TEST);
        warnOfClassesWithoutTest(test);
        IdxWriter.write(directory, Split.TRAIN, training);
        IdxWriter.write(directory, Split.TEST, test);
        PictureFacts.of(options, folder.hasTestSet()).write(directory);
        new PictureNames(names(pictures, isTest, false), names(pictures, isTest, true)).write(directory);
        AtomicFile.writeText(directory.resolve(ClassNames.FILE), String.join("\n", whole.classNames()) + "\n");
    }

    private List<String> names(List<Picture> pictures, boolean[] isTest, boolean wanted) {
        return IntStream.range(0, isTest.length)
                .filter(i -> isTest[i] == wanted)
                .mapToObj(i -> relative(pictures.get(i)))
                .toList();
    }

    private String relative(Picture picture) {
        return folder.directory().relativize(picture.file()).toString().replace('\\', '/');
    }

    private static boolean[] ownTestSet(List<Picture> pictures) {
        var isTest = new boolean[pictures.size()];
        IntStream.range(0, isTest.length)
                .forEach(i -> isTest[i] = pictures.get(i).isTest());
        return isTest;
    }

    private boolean[] chosenTestSet(Pictures read) throws DatasetUnavailableException {
        var isTest = new ContentSplit(options.testFraction()).isTest(read.digests(), read.images());
        if (IntStream.range(0, isTest.length).noneMatch(i -> isTest[i])) {
            throw new DatasetUnavailableException(format(
                    "none of the %,d pictures in %s is for the test, which takes each with a probability of %s by what it shows:"
                            + " add pictures, raise <testFraction>, or divide them yourself into folders train and test",
                    isTest.length, folder.directory(), options.testFraction()));
        }
        return isTest;
    }

    private void warnOfClassesWithoutTest(Dataset test) {
        var missing = test.absentClasses();
        var parts = folder.parts();
        if (!missing.isEmpty()) {
            listener.warning(format(
                    "no test image shows %s, so nothing is measured of %s. %s",
                    English.classes(missing),
                    missing.size() == 1 ? "it" : "them",
                    parts != null ? "Put pictures into " + parts.test() : "Add pictures, or raise <testFraction>"));
        }
    }

    private static Dataset subset(Dataset whole, boolean[] isTest, boolean wanted, Split split) {
        var images = IntStream.range(0, isTest.length)
                .filter(i -> isTest[i] == wanted)
                .toArray();
        return whole.subset(images, split.label());
    }
}
