package io.github.lenet.page;

import io.github.lenet.evaluation.Calibration;
import io.github.lenet.report.Numbers;
import java.util.List;

/** The answers of about one probability, in a page. */
record BinRow(String range, int count, int correct, String meanConfidence) {

  /** The bins that hold answers. */
  static List<BinRow> of(Calibration calibration) {
    return calibration.bins().stream().filter(bin -> bin.count() > 0).map(BinRow::of).toList();
  }

  private static BinRow of(Calibration.Bin bin) {
    return new BinRow(
        Numbers.percent(bin.lower()) + " to " + Numbers.percent(bin.upper()),
        bin.count(),
        bin.correct(),
        Numbers.percent(bin.meanConfidence()));
  }
}
