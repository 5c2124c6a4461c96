package io.github.lenet.page;

import io.github.lenet.page.ModelPage.Model;
import java.util.List;

/**
 * How the model learnt, and what.
 *
 * @param epochs what each epoch gave
 * @param validated whether some training images were held out
 * @param filters the kernels of the first layer
 */
record History(List<EpochRow> epochs, boolean validated, List<FilterPicture> filters) {

    static History of(Model model) {
        var epochs = model.classifier().description().epochs();
        return new History(
                epochs.stream().map(EpochRow::of).toList(),
                epochs.stream().anyMatch(epoch -> epoch.validationLoss() != null),
                FilterPicture.of(model.classifier()));
    }

    boolean trained() {
        return !epochs.isEmpty();
    }

    boolean filtered() {
        return !filters.isEmpty();
    }
}
