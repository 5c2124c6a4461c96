package io.github.lenet.report;

import io.github.lenet.model.ModelDescription.Epoch;

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
        Numbers.plain(epoch.learningRate()),
        Numbers.loss(epoch.trainingLoss()),
        Numbers.percent(epoch.trainingAccuracy()),
        Numbers.loss(epoch.validationLoss()),
        Numbers.percent(epoch.validationAccuracy()));
  }
}
