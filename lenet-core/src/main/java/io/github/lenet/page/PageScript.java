package io.github.lenet.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script of the page.
 *
 * @param text what stands between the tags
 */
record PageScript(String text) {

    /** The library of the charts, and our own scripts, the last of which puts the page together. */
    static List<PageScript> all() {
        return List.of(
                of("d3.min.js"),
                of(
                        "numbers.js",
                        "classifier.js",
                        "preparation.js",
                        "pad.js",
                        "charts.js",
                        "tabs.js",
                        "scroll.js",
                        "gallery.js",
                        "matrix.js",
                        "page.js"));
    }

    private static PageScript of(String... resources) {
        return new PageScript(Stream.of(resources).map(Resource::text).collect(Collectors.joining("\n")));
    }

    /** The scripts by their digests, so that the browser runs these and no other, wherever it might come from. */
    static String policy(List<PageScript> scripts) {
        return scripts.stream().map(PageScript::source).collect(Collectors.joining(" "));
    }

    private String source() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
