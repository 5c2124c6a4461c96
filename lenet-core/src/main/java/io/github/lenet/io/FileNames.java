package io.github.lenet.io;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files that the JVM cannot express. It takes its encoding of names from the locale when it starts, and that
 * is ASCII under {@code LC_ALL=C}, as in many containers: a name such as grün is then listed as gr??n, and nothing is
 * found under it.
 */
public final class FileNames {

    /** No option sets it. */
    private static final Charset ENCODING =
            Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));

    private FileNames() {}

    /**
     * Refuses a file that was found in a folder, but has no name that could be written down, sorted or asked for.
     *
     * @param file the file, as the folder lists it
     * @throws IOException if the JVM cannot express its name; the message says how it can
     */
    public static void requireExpressible(Path file) throws IOException {
        if (!isExpressible(file)) {
            throw new IOException(inexpressible(file.toString()));
        }
    }

    private static boolean isExpressible(Path file) {
        try {
            return file.getFileSystem().getPath(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Says what is wrong with a name that somebody wrote.
     *
     * @param error what Java says about it
     * @return a sentence without a full stop, which quotes the name
     */
    public static String describe(InvalidPathException error) {
        return ENCODING.newEncoder().canEncode(error.getInput())
                ? format("'%s' is no file name: %s", error.getInput(), error.getReason())
                : inexpressible(error.getInput());
    }

    private static String inexpressible(String name) {
        return format(
                "the JVM's encoding of file names, %s (sun.jnu.encoding), cannot express the name of '%s': %s",
                ENCODING,
                // Question marks, as the shell shows them: the log has no better sign for what is missing.
                name.replace('\uFFFD', '?'),
                ENCODING.equals(StandardCharsets.UTF_8)
                        ? "it was written in another encoding, so rename it"
                        : "start it in a locale of UTF-8, for example after `export LC_ALL=C.UTF-8`");
    }
}
