package io.github.lenet.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segments of a JPEG before its pixels (ITU-T T.81, annex B), one of which may say how the picture is turned. */
final class JpegFile {

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int START_OF_SCAN = 0xDA;
  private static final int APPLICATION_1 = 0xE1;

  /** Many times those of a camera; what comes after them is not asked for its orientation. */
  private static final int MAXIMUM_SEGMENTS = 1000;

  private JpegFile() {}

  static PictureContent open(PictureStream file) throws IOException {
    Orientation orientation = null;
    file.seek(2);
    for (var segment = 0; segment < MAXIMUM_SEGMENTS; segment++) {
      var marker = marker(file);
      if (isAlone(marker)) {
        continue;
      }
      var length = file.readUnsignedShort() - Short.BYTES;
      if (marker == START_OF_SCAN || length < 0) {
        break;
      }
      var content = file.bytes(length);
      if (marker == APPLICATION_1 && orientation == null && startsWith(content, EXIF)) {
        orientation = Exif.orientation(Arrays.copyOfRange(content, EXIF.length, length));
      }
    }
    return new PictureContent(file, orientation == null ? Orientation.UPRIGHT : orientation, false);
  }

  /** The byte after the next FF; a segment may be preceded by any number of them. */
  private static int marker(PictureStream file) throws IOException {
    var marker = file.readUnsignedByte();
    while (marker != 0xFF) {
      marker = file.readUnsignedByte();
    }
    while (marker == 0xFF) {
      marker = file.readUnsignedByte();
    }
    return marker;
  }

  /** Whether no length follows: restarts and the like, which have no place here but do no harm. */
  private static boolean isAlone(int marker) {
    return marker == TEMPORARY || marker >= FIRST_RESTART && marker <= LAST_RESTART;
  }

  private static boolean startsWith(byte[] content, byte[] beginning) {
    return content.length >= beginning.length
        && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
  }
}
