package io.github.lenet.maven.data;

import io.github.lenet.dataset.PictureOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * Which data set the user wants, as configured.
 *
 * @param name name of the data set
 * @param dataDirectory folder with its IDX files or pictures, or null
 * @param pictures how pictures become a data set
 * @param cacheDirectory folder that keeps downloads for all builds of this user
 * @param sources what to try in this order, empty for the usual ones
 */
public record DatasetOptions(
    String name, Path dataDirectory, PictureOptions pictures, Path cacheDirectory, List<String> sources) {}
