package com.example.digits;

import io.github.lenet.model.Classification;
import io.github.lenet.model.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads pictures of single digits. The model is a resource of this jar: the build trained it, measured it, and would
 * have failed if it were not good enough. Neither Deeplearning4j nor a native library is needed here.
 */
public final class DigitReader {

    private final Classifier classifier;

    /**
     * Opens the packaged model.
     *
     * @throws IOException if the jar was built without one
     */
    public DigitReader() throws IOException {
        classifier = Classifier.fromResource(DigitReader.class, "/digits/model.zip");
    }

    /**
     * Reads one digit, dark on light or light on dark, of any size.
     *
     * @param picture a PNG or JPEG file
     * @return the digit with its probability
     * @throws IOException if the file is missing or is no picture
     */
    public Classification read(Path picture) throws IOException {
        return classifier.classify(picture);
    }

    /**
     * Prints the digit in each picture.
     *
     * @param pictures names of PNG or JPEG files
     */
    public static void main(String... pictures) {
        if (pictures.length == 0) {
            System.err.println("Usage: java -jar example-project-0.1.0-SNAPSHOT.jar digit.png ...");
            System.exit(2);
        }
        try {
            var reader = new DigitReader();
            for (var picture : pictures) {
                var digit = reader.read(Path.of(picture));
                System.out.printf(
                        Locale.ROOT, "%s: %s (%.1f %%)%n", picture, digit.className(), 100 * digit.probability());
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
