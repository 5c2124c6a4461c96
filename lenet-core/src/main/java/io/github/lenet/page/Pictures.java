package io.github.lenet.page;

import io.github.lenet.page.ModelPage.Images;
import java.util.List;

/**
 * The images of the main evaluation that the page shows.
 *
 * @param samples the first images of each class
 * @param mistakes the first wrong answers of {@code gallery}
 * @param wrong how many wrong answers there are
 * @param gallery pictures to be shown on demand
 */
record Pictures(int height, int width, List<Example> samples, List<Example> mistakes, int wrong, Gallery gallery) {

    static Pictures of(Images images, int wrong) {
        var shown = images.named().images();
        return new Pictures(
                shown.height(),
                shown.width(),
                Example.samples(images),
                Example.mistakes(images),
                wrong,
                Gallery.of(images));
    }

    boolean mistaken() {
        return wrong > 0;
    }

    int shown() {
        return mistakes.size();
    }

    /** Wrong answers whose pictures the page carries. */
    int carried() {
        return gallery.mistakes().size();
    }

    boolean moreWrong() {
        return wrong > carried();
    }

    /** Whether the mistakes are sorted by how sure the model was. */
    boolean sorted() {
        return gallery.sorted();
    }
}
