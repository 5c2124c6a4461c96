package io.github.lenet.maven.model;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.text.English;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The predictions of a model that is not at hand.
 *
 * @param file the file that lists them
 * @param name what reports call it
 * @param separator what stands between two values
 * @param expectedRows how many rows it must have, or null
 * @param hasImages whether the user names the data set whose images it answers
 */
public record PredictionsOptions(
        Path file, String name, char separator, @Nullable Integer expectedRows, boolean hasImages) {

    private static final String TAB = "tab";

    /** What stands in numbers and around values. */
    private static final String TAKEN = ".+-_\"\r\n";

    /**
     * Checks what the user configured.
     *
     * @param file the file, or null
     * @param separator what stands between two values, as text
     * @param expectedRows how many rows it must have, or null
     * @param hasImages whether the user names the data set whose images it answers
     * @param folder the folder of the module
     * @return the options; null if there is no file
     * @throws InvalidParameterException if a value has no effect, or cannot be meant
     */
    public static @Nullable PredictionsOptions of(
            @Nullable File file, String separator, @Nullable Integer expectedRows, boolean hasImages, Path folder) {
        if (expectedRows != null && file == null) {
            throw new InvalidParameterException(
                    "expectedRows", expectedRows, "has an effect only beside a <predictionsFile>");
        }
        if (expectedRows != null && expectedRows < 1) {
            throw new InvalidParameterException("expectedRows", expectedRows, "must be a whole number of at least 1");
        }
        if (file == null) {
            return null;
        }
        var path = file.toPath();
        var name = Workplace.pathWithin(folder, path).orElseGet(file::getName);
        return new PredictionsOptions(path, name, separator(separator), expectedRows, hasImages);
    }

    private static char separator(String text) {
        if (text.equals(TAB)) {
            return '\t';
        }
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || TAKEN.contains(text)) {
            throw new InvalidParameterException(
                    "predictionsSeparator",
                    text,
                    "must be one character such as ; or |, but no letter, digit, quotation mark, point or sign; or the word "
                            + TAB);
        }
        return text.charAt(0);
    }

    /**
     * Reads the file.
     *
     * @param goal the goal that needs it, such as {@code verify}
     * @return its rows
     * @throws IOException if it cannot be read, something in it is wrong, or it has not as many rows as it must
     * @throws NoModelException if there is none
     */
    public PredictionsFile read(String goal) throws IOException, NoModelException {
        if (!Files.exists(file)) {
            throw new NoModelException(
                    goal,
                    file + " does not exist",
                    "Let a test or a script write the predictions first, or correct <predictionsFile>"
                            + " (-Dlenet.predictionsFile).");
        }
        var predictions = PredictionsFile.read(file, name, separator);
        if (expectedRows != null && predictions.rows() != expectedRows) {
            throw new EvaluationException(format(
                    "%s has %s, but <expectedRows> is %s%s",
                    file,
                    English.count(predictions.rows(), "row"),
                    expectedRows,
                    predictions.rows() < expectedRows ? "; the file may have been cut short" : ""));
        }
        return predictions;
    }
}
