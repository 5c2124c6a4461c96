package io.github.lenet.page;

import io.github.lenet.archive.ModelDescription.Epoch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of the page work on.
 *
 * @param model the model to try; null if it is too large for a page, or not at hand
 * @param epochs the learning curves
 * @param bins the reliability diagram; empty without probabilities
 * @param trend what earlier builds have found; null if nobody keeps it
 * @param gallery pictures to be shown on demand; null without images
 */
record BrowserData(
        @Nullable BrowserModel model,
        List<Epoch> epochs,
        List<BinPoint> bins,
        Trend.@Nullable Chart trend,
        @Nullable Gallery gallery) {

    static BrowserData of(
            ModelPage page,
            @Nullable Pictures pictures,
            @Nullable CalibrationSection calibration,
            @Nullable Trend trend) {
        return new BrowserData(
                page.model()
                        .flatMap(model -> page.images()
                                .map(images -> BrowserModel.of(
                                        model.classifier(), images.named().images())))
                        .orElse(null),
                page.model()
                        .map(model -> model.classifier().description().epochs())
                        .orElse(List.of()),
                calibration == null ? List.of() : calibration.points(),
                trend == null ? null : trend.chart(),
                pictures == null ? null : pictures.gallery());
    }
}
