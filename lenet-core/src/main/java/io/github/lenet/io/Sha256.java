package io.github.lenet.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one digest of this project, written as 64 lower-case hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /**
   * Begins a digest that is fed piece by piece; {@link #hex(MessageDigest)} ends it.
   *
   * @return a new digest
   */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Ends a digest.
   *
   * @param digest what {@link #begin} gave, after the last piece
   * @return its value in hexadecimal
   */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The digest of a file.
   *
   * @param file the file, of any size
   * @return its value in hexadecimal
   * @throws IOException if the file cannot be read
   */
  public static String hex(Path file) throws IOException {
    var digest = begin();
    try (var in = Files.newInputStream(file)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return hex(digest);
  }

  /**
   * The digest of bytes.
   *
   * @param bytes all of them
   * @return its value in hexadecimal
   */
  public static String hex(byte[] bytes) {
    var digest = begin();
    digest.update(bytes);
    return hex(digest);
  }
}
