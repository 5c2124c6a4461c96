package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.page.ModelPage;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.util.List;

/**
 * The test images of a data set.
 *
 * @param dataset where they come from
 * @param content the images
 */
record TestImages(LocatedDataset dataset, Dataset content) {

    static TestImages of(LocatedDataset dataset) throws IOException {
        return new TestImages(dataset, dataset.read(Split.TEST));
    }

    /** As the page shows them, with the names of the pictures that they were made from, if possible. */
    ModelPage.Images shown(Answers answers, Decorations decorations) {
        var pictures = decorations
                .find("the names of the pictures", () -> dataset.pictures(Split.TEST, content.size()))
                .orElse(List.of());
        return new ModelPage.Images(new NamedImages(content, pictures), answers);
    }
}
