package io.github.lenet.page;

import io.github.lenet.archive.ModelDescription.Epoch;
import io.github.lenet.json.Json;
import java.util.List;

/**
 * What the scripts of the page work on.
 *
 * @param model the model to try, or null if it is too large for a page
 * @param epochs the learning curves
 * @param bins the reliability diagram
 * @param gallery pictures to be shown on demand
 */
record BrowserData(BrowserModel model, List<Epoch> epochs, List<BinPoint> bins, Gallery gallery) {

    /** The text of a {@code <script>} element, which no name that somebody chose can end. */
    String json() {
        return Json.line(this).replace("<", "\\u003c");
    }
}
