package io.github.lenet.maven.backend;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Numbers with dots between them, compared part by part.
 *
 * @param text such as {@code 510.39.01}
 */
record Version(String text) implements Comparable<Version> {

    private static final Pattern PATTERN = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");

    /** Tells whether a text is such a version. */
    static boolean isVersion(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** The number before the first dot. */
    int major() {
        return parts()[0];
    }

    boolean isBefore(Version other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(parts(), other.parts());
    }

    @Override
    public String toString() {
        return text;
    }

    private int[] parts() {
        return Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
