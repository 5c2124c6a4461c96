package io.github.lenet.io;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises what often lies in the place of a model, a picture or another binary file, and says how to get the file
 * itself. Asked when a file cannot be read as what it should be: the first bytes of a good one may look like anything.
 */
public final class ContentProblem {

    /** As much as it takes to tell. */
    public static final int NEEDED_BYTES = 1 << 16;

    /** What stands in a text for bytes that were none: U+FFFD in UTF-8, here with each byte as a character. */
    private static final String REPLACEMENT = "\u00EF\u00BF\u00BD";

    /** In 64 KiB of anything, it stands once by chance in one file of 250. */
    private static final int REPLACEMENTS = 3;

    private static final Pattern LFS_POINTER = Pattern.compile("version https://(git-lfs|hawser)\\.github\\.com/spec/");
    private static final Pattern PAGE =
            Pattern.compile("\\s*<(!doctype|!--|\\?xml|html|head|body|script)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]+)$");

    private ContentProblem() {}

    /**
     * Looks at the beginning of a file.
     *
     * @param beginning its first {@link #NEEDED_BYTES} bytes, or all
     * @param name what the file is called
     * @return a clause for behind the name, such as {@code is a Git LFS pointer: run git lfs pull}; empty if it is
     *     nothing that is known
     */
    public static Optional<String> of(byte[] beginning, String name) {
        var text = new String(beginning, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        return ofText(text).or(() -> isRewritten(text) ? Optional.of(rewritten(name)) : Optional.empty());
    }

    /**
     * Looks at a text.
     *
     * @param text what was read, or its beginning
     * @return as {@link #of(byte[], String)}, of what may also stand in the place of a text
     */
    public static Optional<String> ofText(String text) {
        if (LFS_POINTER.matcher(text).lookingAt()) {
            return Optional.of("is a Git LFS pointer: run git lfs pull");
        }
        return PAGE.matcher(text).lookingAt()
                ? Optional.of("is a web page that was saved instead of the data: fetch it again")
                : Optional.empty();
    }

    /**
     * Looks at the beginning of a file.
     *
     * @param file the file
     * @return as {@link #of(byte[], String)}; empty as well if it cannot be read
     */
    public static Optional<String> of(Path file) {
        try (var in = Files.newInputStream(file)) {
            return of(in.readNBytes(NEEDED_BYTES), file.toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a program has read it as text in UTF-8, which it was not, and written it again. */
    private static boolean isRewritten(String text) {
        var found = 0;
        for (var at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + REPLACEMENT.length())) {
            found++;
        }
        return found >= REPLACEMENTS;
    }

    private static String rewritten(String name) {
        var extension = EXTENSION.matcher(name);
        return format(
                "was rewritten as text, as Maven's resource filtering does: exclude it with"
                        + " <nonFilteredFileExtensions><nonFilteredFileExtension>%s</nonFilteredFileExtension></nonFilteredFileExtensions>"
                        + " in the configuration of maven-resources-plugin, and copy the original again",
                extension.find() ? extension.group(1) : "zip");
    }
}
