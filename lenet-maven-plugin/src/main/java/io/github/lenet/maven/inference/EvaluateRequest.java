package io.github.lenet.maven.inference;

import io.github.lenet.dataset.Split;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.SlicesOptions;
import io.github.lenet.maven.dataset.Splits;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.parameter.InvalidParameterException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:evaluate}, checked and complete.
 *
 * @param dataset the data set that the images are of
 * @param model the model to measure
 * @param split which of its images
 * @param slices the file that says which of them have something in common, or null
 * @param evaluationFile where the numbers go
 */
public record EvaluateRequest(
        DatasetOptions dataset,
        ModelOptions model,
        Split split,
        @Nullable SlicesOptions slices,
        Path evaluationFile) {

    /**
     * Checks what the user configured.
     *
     * @param dataset the data set
     * @param model the model to measure
     * @param split name of the split
     * @param slices the file that says which images have something in common, or null
     * @param outputDirectory the folder for the reports
     * @return the request
     * @throws InvalidParameterException if there is no such split, or nothing is read of it
     */
    public static EvaluateRequest of(
            DatasetOptions dataset,
            ModelOptions model,
            String split,
            @Nullable SlicesOptions slices,
            Path outputDirectory) {
        // A folder of its own: evaluation.json beside it belongs to lenet:verify.
        var file = outputDirectory.resolve("evaluate").resolve("evaluation.json");
        var chosen = Splits.named("split", split);
        if (model.predictions() != null && !model.predictions().hasImages() && chosen != Split.TEST) {
            throw new InvalidParameterException(
                    "split", split, "has an effect only with the <dataset> that the predictions are about");
        }
        return new EvaluateRequest(dataset, model, chosen, slices, file);
    }
}
