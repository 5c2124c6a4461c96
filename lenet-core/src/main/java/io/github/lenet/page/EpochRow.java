package io.github.lenet.page;

import io.github.lenet.archive.ModelDescription.Epoch;
import io.github.lenet.report.Numbers;
import io.github.lenet.text.Formatting;

/** An epoch of the training in a page. */
record EpochRow(
        int epoch,
        String learningRate,
        String trainingLoss,
        String trainingAccuracy,
        String validationLoss,
        String validationAccuracy) {

    static EpochRow of(Epoch epoch) {
        return new EpochRow(
                epoch.epoch(),
                Formatting.plain(epoch.learningRate()),
                Numbers.loss(epoch.trainingLoss()),
                Numbers.share(epoch.trainingAccuracy()),
                Numbers.loss(epoch.validationLoss()),
                Numbers.share(epoch.validationAccuracy()));
    }
}
