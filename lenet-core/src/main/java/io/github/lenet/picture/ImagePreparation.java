package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ContentProblem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** What is done to a picture of any size and colour so that a network can take it. */
public enum ImagePreparation {

  /**
   * What MNIST makes of a digit (LeCun and others 1998, section III.A): grey, light ink on a black background, the digit
   * scaled into a box of 20 x 20 and placed in 28 x 28 by its centre of mass; images of another size have a box in
   * proportion. A picture of exactly the wanted size counts as prepared: it is made grey, and inverted if its background
   * is light.
   */
  CENTRE {
    @Override
    byte[] prepare(GreyImage picture, int height, int width) throws IOException {
      var ink = picture.ink();
      if (ink.width() == width && ink.height() == height) {
        return ink.bytes();
      }
      return ink.stretched().cropped().fittedIntoBox(width, height).centredByMass(width, height).bytes();
    }
  },

  /** Grey, 0 for black to 255 for white, and each axis scaled by itself: the whole picture stays. */
  RESIZE {
    @Override
    byte[] prepare(GreyImage picture, int height, int width) {
      return picture.scaledTo(width, height).bytes();
    }
  };

  /** Pixels that are decoded at most; a small file can announce a picture that fills the memory. */
  private static final long MAXIMUM_PIXELS = 50_000_000;

  /**
   * Reads a picture, and prepares it for a network that takes the images of MNIST.
   *
   * @param file a PNG, JPEG, GIF or BMP file
   * @return 28 x 28 unsigned bytes, row after row, 0 (background) to 255 (ink)
   * @throws IOException as {@link #read(Path, int, int)}
   */
  public static byte[] read(Path file) throws IOException {
    return CENTRE.read(file, 28, 28);
  }

  /**
   * Reads and prepares a picture.
   *
   * @param file a PNG, JPEG, GIF or BMP file
   * @param height rows of the wanted image, at least 1
   * @param width columns of the wanted image, at least 1
   * @return height x width unsigned bytes, row after row
   * @throws IOException if the file is missing, is no such picture, is too large, or shows nothing; the message names
   *     the file
   */
  public byte[] read(Path file, int height, int width) throws IOException {
    return readWithDigest(file, height, width).image();
  }

  /**
   * Reads and prepares a picture that has to be known again.
   *
   * @param file a PNG, JPEG, GIF or BMP file
   * @param height rows of the wanted image, at least 1
   * @param width columns of the wanted image, at least 1
   * @return the image, and a digest of the picture
   * @throws IOException as {@link #read(Path, int, int)}
   */
  public PreparedPicture readWithDigest(Path file, int height, int width) throws IOException {
    if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
      throw new IOException(file + " is no file that can be read");
    }
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      var picture = GreyImage.of(decode(in));
      return new PreparedPicture(prepare(picture, height, width), picture.digest());
    } catch (IOException | RuntimeException e) {
      // The decoders of the JDK throw runtime exceptions as well when a file is damaged.
      var problem = ContentProblem.of(file).map(clause -> "it " + clause).orElse(e.getMessage());
      throw new IOException(file + " cannot be used as a picture: " + problem, e);
    }
  }

  /**
   * Prepares a picture.
   *
   * @param image any size and colour; transparent parts count as white paper
   * @param height rows of the wanted image, at least 1
   * @param width columns of the wanted image, at least 1
   * @return height x width unsigned bytes, row after row
   * @throws IOException if the picture cannot be prepared in this way, such as a digit that is nothing but background
   */
  public byte[] prepare(BufferedImage image, int height, int width) throws IOException {
    return prepare(GreyImage.of(image), height, width);
  }

  abstract byte[] prepare(GreyImage picture, int height, int width) throws IOException;

  /** The name, as in the POM. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static BufferedImage decode(ImageInputStream in) throws IOException {
    if (in.length() == 0) {
      throw new IOException("it is empty");
    }
    var readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new IOException("it is no PNG, JPEG, GIF or BMP");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MAXIMUM_PIXELS) {
        throw new IOException(format("it has %d pixels; at most %d are read", pixels, MAXIMUM_PIXELS));
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }
}
