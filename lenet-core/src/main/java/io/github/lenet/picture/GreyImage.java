package io.github.lenet.picture;

import io.github.lenet.io.Sha256;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A grey picture on its way to the form of MNIST; each step gives a new one.
 *
 * @param width columns
 * @param height rows
 * @param values grey values, 0 to 255, row after row
 */
record GreyImage(int width, int height, float[] values) {

  /** MNIST scales a digit into a box of 20 x 20 in an image of 28 x 28; other images get a box in proportion. */
  private static final double BOX_SHARE = 20 / 28.0;

  /** The middle of row and column 14 of 28, counted from 0: the mean centre of MNIST's own digits is 14.50, 14.49. */
  private static final double OFF_CENTRE = 0.5;

  /** Lowest contrast between digit and background that counts; below it is paper or the noise of a camera. */
  private static final int LOWEST_CONTRAST = 25;

  /** Share of the strongest ink that counts as digit when the picture is cropped. */
  private static final float INK_SHARE = 0.1f;

  /** Makes a picture grey, with transparent parts over white paper. */
  static GreyImage of(BufferedImage image) {
    var values = new float[Math.multiplyExact(image.getWidth(), image.getHeight())];
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        var rgb = image.getRGB(x, y);
        var alpha = rgb >>> 24;
        var grey = isGrey(image) ? greySample(image, x, y) : luma(rgb);
        values[y * image.getWidth() + x] = Math.round((grey * alpha + 255f * (255 - alpha)) / 255f);
      }
    }
    return new GreyImage(image.getWidth(), image.getHeight(), values);
  }

  /** Java takes grey pictures for linear light and would brighten them on the way to RGB: 128 would become 188. */
  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  private static float greySample(BufferedImage image, int x, int y) {
    var highest = (1 << image.getSampleModel().getSampleSize(0)) - 1;
    return image.getRaster().getSample(x, y, 0) * 255f / highest;
  }

  /** The weights of ITU-R BT.601. */
  private static float luma(int rgb) {
    return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000f;
  }

  /** Inverts dark ink on a light background: the background is what most of the border shows, ink is the rest. */
  GreyImage ink() {
    var background = borderMedian();
    var sum = 0.0;
    for (var value : values) {
      sum += value - background;
    }
    return sum < 0 ? map(value -> 255 - value) : this;
  }

  /** Takes the background off, so that it is 0 and the strongest ink 255. */
  GreyImage stretched() throws IOException {
    var background = borderMedian();
    var strongest = 0f;
    for (var value : values) {
      strongest = Math.max(strongest, value - background);
    }
    if (strongest < LOWEST_CONTRAST) {
      throw new IOException("it shows nothing but background");
    }
    var contrast = strongest;
    return map(value -> Math.max(0, value - background) * 255 / contrast);
  }

  /** Cuts away the background around the digit. */
  GreyImage cropped() {
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        if (values[y * width + x] >= 255 * INK_SHARE) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    var cropped = new float[(right - left) * (bottom - top)];
    for (var y = top; y < bottom; y++) {
      System.arraycopy(values, y * width + left, cropped, (y - top) * (right - left), right - left);
    }
    return new GreyImage(right - left, bottom - top, cropped);
  }

  /** Scales to the largest size that fits into the box of an image and keeps the proportions. */
  GreyImage fittedIntoBox(int imageWidth, int imageHeight) {
    var scale = Math.min(box(imageWidth) / (double) width, box(imageHeight) / (double) height);
    return scaledTo((int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
  }

  private static long box(int length) {
    return Math.max(1, Math.round(length * BOX_SHARE));
  }

  /** Scales each axis by itself; each new pixel is the mean of what it covers. */
  GreyImage scaledTo(int newWidth, int newHeight) {
    var scaled = new float[newWidth * newHeight];
    for (var y = 0; y < newHeight; y++) {
      for (var x = 0; x < newWidth; x++) {
        scaled[y * newWidth + x] =
            mean(
                (double) x * width / newWidth,
                (double) (x + 1) * width / newWidth,
                (double) y * height / newHeight,
                (double) (y + 1) * height / newHeight);
      }
    }
    return new GreyImage(newWidth, newHeight, scaled);
  }

  private float mean(double left, double right, double top, double bottom) {
    var sum = 0.0;
    for (var y = (int) top; y < Math.min(height, Math.ceil(bottom)); y++) {
      var coveredHeight = Math.min(bottom, y + 1) - Math.max(top, y);
      for (var x = (int) left; x < Math.min(width, Math.ceil(right)); x++) {
        sum += values[y * width + x] * coveredHeight * (Math.min(right, x + 1) - Math.max(left, x));
      }
    }
    return (float) (sum / ((right - left) * (bottom - top)));
  }

  /** Places the digit in an image so that its centre of mass is where MNIST has it, to the nearest pixel. */
  GreyImage centredByMass(int imageWidth, int imageHeight) {
    var mass = 0.0;
    var massX = 0.0;
    var massY = 0.0;
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        mass += values[y * width + x];
        massX += values[y * width + x] * (x + 0.5);
        massY += values[y * width + x] * (y + 0.5);
      }
    }
    var left = offset(massX / mass, width, imageWidth);
    var top = offset(massY / mass, height, imageHeight);
    var centred = new float[imageWidth * imageHeight];
    for (var y = 0; y < height; y++) {
      System.arraycopy(values, y * width, centred, (top + y) * imageWidth + left, width);
    }
    return new GreyImage(imageWidth, imageHeight, centred);
  }

  /** Where a side begins; a digit with all its mass at one end must still lie within the picture. */
  private static int offset(double centre, int length, int imageLength) {
    var wanted = (int) Math.round(imageLength / 2.0 + OFF_CENTRE - centre);
    return Math.min(Math.max(wanted, 0), imageLength - length);
  }

  /** The grey values as unsigned bytes. */
  byte[] bytes() {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.round(values[i]);
    }
    return bytes;
  }

  /** The first 64 bits of the SHA-256 of the size and the grey values. */
  long digest() {
    var digest = Sha256.begin();
    digest.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(width).putInt(height).flip());
    digest.update(bytes());
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private float borderMedian() {
    var border = new float[2 * width + 2 * height];
    for (var x = 0; x < width; x++) {
      border[2 * x] = values[x];
      border[2 * x + 1] = values[(height - 1) * width + x];
    }
    for (var y = 0; y < height; y++) {
      border[2 * width + 2 * y] = values[y * width];
      border[2 * width + 2 * y + 1] = values[y * width + width - 1];
    }
    Arrays.sort(border);
    return border[border.length / 2];
  }

  private GreyImage map(Change change) {
    var changed = new float[values.length];
    for (var i = 0; i < values.length; i++) {
      changed[i] = change.apply(values[i]);
    }
    return new GreyImage(width, height, changed);
  }

  @FunctionalInterface
  private interface Change {
    float apply(float value);
  }
}
