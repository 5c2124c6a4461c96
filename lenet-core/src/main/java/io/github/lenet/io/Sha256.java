package io.github.lenet.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one digest of this project, written as 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /**
     * Tells a digest from other texts, such as the names that somebody else has given to files in a folder of the
     * cache.
     *
     * @param text a text
     * @return whether it is written as a digest
     */
    public static boolean isOne(String text) {
        return DIGITS.matcher(text).matches();
    }

    /**
     * Checks what was read as a digest.
     *
     * @param name what it is called there
     * @param digest a text, or null
     * @throws IllegalArgumentException if it is no digest
     */
    public static void require(String name, @Nullable String digest) {
        if (digest == null || !isOne(digest)) {
            throw new IllegalArgumentException(name + " is " + digest + ", but must be 64 hexadecimal digits");
        }
    }

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
