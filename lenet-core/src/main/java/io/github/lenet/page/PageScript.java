package io.github.lenet.page;

import io.github.lenet.json.Json;
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

    /**
     * The library of the charts, and our own scripts for the page about a model, the last of which puts it together.
     */
    static List<PageScript> ofModel() {
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

    /** The library of the charts, and our own scripts for the page about a search. */
    static List<PageScript> ofSearch() {
        return List.of(of("d3.min.js"), of("numbers.js", "charts.js", "scroll.js", "trials.js", "tuning.js"));
    }

    private static PageScript of(String... resources) {
        return new PageScript(Stream.of(resources).map(Resource::text).collect(Collectors.joining("\n")));
    }

    /** What the scripts work on: the text of a {@code <script>} element, which no name that somebody chose can end. */
    static String data(Object data) {
        return Json.line(data).replace("<", "\\u003c");
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
