package io.github.lenet.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a {@link Dataset} of a file with images and a file with their labels. */
public final class DatasetReader {

  private DatasetReader() {}

  /**
   * Reads one split.
   *
   * @param name name of the data set
   * @param split which part the files hold
   * @param imagesFile IDX file of unsigned bytes, images x rows x columns
   * @param labelsFile IDX file of unsigned bytes, one label for each image
   * @param classNames name of each class
   * @return the images and labels
   * @throws IdxFormatException if a file is not such an IDX file, the counts disagree, or a label has no class
   * @throws IOException if a file is missing or cannot be read
   */
  public static Dataset read(String name, Split split, Path imagesFile, Path labelsFile, List<String> classNames)
      throws IOException {
    var images = readImages(imagesFile);
    var labels = IdxReader.read(labelsFile);
    requireBytes(labelsFile, labels, 1, "one label for each image");
    var count = images.dimensions().get(0);
    if (labels.size() != count) {
      throw new IdxFormatException(
          labelsFile,
          4,
          "announces %d labels, but %s holds %d images; the two files do not belong together"
              .formatted(labels.size(), imagesFile, count));
    }
    checkLabels(labelsFile, labels, classNames);
    return new Dataset(
        name, split.label(), images.dimensions().get(1), images.dimensions().get(2), images.bytes(), labels.bytes(), classNames);
  }

  /**
   * Reads images that need no labels, for example to classify them.
   *
   * @param file IDX file of unsigned bytes, images x rows x columns
   * @return the array, with at least one image of at least one pixel
   * @throws IdxFormatException if the file is not such an IDX file, or holds no images
   * @throws IOException if the file is missing or cannot be read
   */
  public static IdxArray readImages(Path file) throws IOException {
    var images = IdxReader.read(file);
    requireBytes(file, images, 3, "images x rows x columns");
    for (var dimension = 0; dimension < 3; dimension++) {
      if (images.dimensions().get(dimension) == 0) {
        throw new IdxFormatException(
            file, 4 + 4L * dimension, dimension == 0 ? "holds no images" : "holds images without a pixel");
      }
    }
    return images;
  }

  private static void requireBytes(Path file, IdxArray array, int rank, String expected) throws IOException {
    if (array.type() != IdxType.UNSIGNED_BYTE || array.dimensions().size() != rank) {
      throw new IdxFormatException(
          file,
          2,
          "holds %s, but unsigned bytes are expected: %s"
              .formatted(new IdxHeader(array.type(), array.dimensions()).describe(), expected));
    }
  }

  private static void checkLabels(Path file, IdxArray labels, List<String> classNames) throws IOException {
    for (var image = 0; image < labels.size(); image++) {
      var label = Byte.toUnsignedInt(labels.bytes()[image]);
      if (label >= classNames.size()) {
        throw new IdxFormatException(
            file,
            8L + image,
            "the label of image %d is %d, but labels go from 0 to %d".formatted(image, label, classNames.size() - 1));
      }
    }
  }
}
