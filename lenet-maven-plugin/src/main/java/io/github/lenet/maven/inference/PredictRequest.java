package io.github.lenet.maven.inference;

import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.picture.ImageSize;
import io.github.lenet.prediction.PredictionFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:predict}, checked and complete.
 *
 * @param model the model to ask
 * @param images files, folders and globs
 * @param baseDirectory folder that relative ones start from
 * @param imageSize size of the images for a network that leaves it open, or null
 * @param preparation what is done to a picture, or null for what the model was trained with
 * @param format the form of the answers
 * @param outputFile where they go, or null for the log
 */
public record PredictRequest(
        ModelOptions model,
        List<String> images,
        Path baseDirectory,
        @Nullable ImageSize imageSize,
        @Nullable ImagePreparation preparation,
        PredictionFormat format,
        @Nullable Path outputFile) {}
