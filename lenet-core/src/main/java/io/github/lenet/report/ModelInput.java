package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ModelDescription;

/** What a model takes, in words. */
final class ModelInput {

    private ModelInput() {}

    /** For example {@code grey image of 28 x 28 pixels}. */
    static String describe(ModelDescription model) {
        return format(
                "%s image of %d x %d pixels",
                model.image().channels() == 1 ? "grey" : "coloured (red, green and blue)",
                model.height(),
                model.width());
    }
}
