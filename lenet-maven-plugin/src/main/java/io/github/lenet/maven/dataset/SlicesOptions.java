package io.github.lenet.maven.dataset;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ImageNames;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.store.LocatedDataset;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that says which images have something in common beside their class.
 *
 * @param file the file
 * @param name what reports call it
 */
public record SlicesOptions(Path file, String name) {

    /**
     * Takes what the user configured.
     *
     * @param file the file, or null
     * @param folder the folder of the module
     * @return the options; null if there is no file
     */
    public static @Nullable SlicesOptions of(@Nullable File file, Path folder) {
        return file == null
                ? null
                : new SlicesOptions(
                        file.toPath(),
                        Workplace.pathWithin(folder, file.toPath()).orElseGet(file::getName));
    }

    /**
     * Reads the file.
     *
     * @param dataset the data set that the images are of
     * @param split which of its parts
     * @param images the images of that part
     * @return what it says of them
     * @throws IOException if it cannot be read, or something in it is wrong
     */
    public SlicesFile read(LocatedDataset dataset, Split split, Dataset images) throws IOException {
        return read(new ImageNames(
                new DatasetSummary(images.name(), images.split(), images.size()),
                List.of(),
                dataset.pictures(split, images.size()),
                dataset.picturesBeside(split)));
    }

    /**
     * Reads the file.
     *
     * @param images the images that it must be about
     * @return what it says of them
     * @throws IOException if it cannot be read, or something in it is wrong
     */
    public SlicesFile read(ImageNames images) throws IOException {
        return SlicesFile.read(file, name, images);
    }
}
