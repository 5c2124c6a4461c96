package io.github.lenet.maven.inference;

import static io.github.lenet.text.English.count;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.maven.build.GoalOutput;
import io.github.lenet.maven.dataset.Pictures;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Shape;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.prediction.ImageClassifier;
import io.github.lenet.prediction.ImageFiles;
import io.github.lenet.prediction.PredictionSummary;
import io.github.lenet.prediction.Predictor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Classifies images and shows the answers.
 *
 * @param models obtains the model
 * @param inferences lets networks in ONNX files answer
 * @param output where the answers go, unless they go to a file
 * @param log where the progress goes
 */
public record PredictGoal(ModelProvider models, OnnxInferences inferences, GoalOutput output, Log log) {

    /** Problems of a kind that a message lists; there may be ten thousand. */
    private static final int SHOWN_PROBLEMS = 20;

    /**
     * Predicts. What cannot be used fails the goal after every other image has its answer.
     *
     * @param request what to predict
     * @throws IOException if the model cannot be read, or the file cannot be written
     * @throws MojoExecutionException if there is no model, nothing to classify, or a file cannot be used
     */
    public void run(PredictRequest request) throws IOException, MojoExecutionException {
        if (request.images().isEmpty()) {
            throw new MojoExecutionException("There is nothing to classify: name files, folders or globs, for example"
                    + " `mvn lenet:predict -Dlenet.images=digit.png,scans/*.png`.");
        }
        var model = models.obtain(request.model(), "predict");
        var network = OnnxFile.find(model.path());
        if (network.isPresent()) {
            var classifier = OnnxClassifier.of(network.get(), inferences, request.imageSize());
            predict(request, model.name(), classifier, preparation(request, classifier.image()));
        } else {
            var classifier = model.classifier();
            predict(request, model.name(), ImageClassifier.of(classifier), preparation(request, classifier));
        }
    }

    private void predict(PredictRequest request, String model, ImageClassifier classifier, ImagePreparation preparation)
            throws IOException, MojoExecutionException {
        var files = ImageFiles.find(request.images(), request.baseDirectory());
        log.info(format(
                "Classifying %s with %s, pictures prepared with %s",
                count(files.files().size(), "file"), model, preparation));
        var predictor = new Predictor(classifier, preparation, request.baseDirectory());
        var summary = answer(request, predictor, classifier.classNames(), files.files());
        log.info(count(summary.images(), "image") + " classified"
                + (request.outputFile() == null ? "" : ", answers in " + request.outputFile()));
        requireNoProblems(files.problems(), summary.problems());
    }

    private PredictionSummary answer(
            PredictRequest request, Predictor predictor, List<String> classNames, List<Path> files) throws IOException {
        if (request.outputFile() == null) {
            return predictor.predict(files, request.format().printer(classNames, output::print));
        }
        var summaries = new ArrayList<PredictionSummary>();
        AtomicFile.write(
                request.outputFile(),
                out -> summaries.add(predictor.predict(
                        files, request.format().printer(classNames, line -> writeLine(out, line)))));
        return summaries.get(0);
    }

    /** The usual one, unless the user wants another: nobody knows what a network from elsewhere was trained with. */
    private static ImagePreparation preparation(PredictRequest request, Shape image) {
        var colour = ImageColour.of(image.channels());
        if (request.preparation() == null) {
            return ImagePreparation.usual(colour);
        }
        Pictures.requireFitting(request.preparation(), colour);
        return request.preparation();
    }

    /** What the model was trained with, unless the user wants another. */
    private ImagePreparation preparation(PredictRequest request, Classifier classifier) throws IOException {
        var wanted = request.preparation();
        if (wanted == null) {
            return classifier.imagePreparation();
        }
        Pictures.requireFitting(
                wanted, ImageColour.of(classifier.description().image().channels()));
        var recorded = classifier.description().dataset().imagePreparation();
        if (recorded != null && !recorded.equals(wanted.toString())) {
            log.warn(format(
                    "<imagePreparation>%s</imagePreparation> (lenet.imagePreparation): the model was trained on pictures"
                            + " prepared with %s, and may misread these",
                    wanted, recorded));
        }
        return wanted;
    }

    private static void writeLine(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void requireNoProblems(List<String> names, List<String> images) throws MojoExecutionException {
        var lists = new ArrayList<String>();
        if (!names.isEmpty()) {
            lists.add(count(names.size(), "name") + " in <images> found nothing:" + shown(names));
        }
        if (!images.isEmpty()) {
            lists.add(count(images.size(), "image") + " could not be used:" + shown(images));
        }
        if (!lists.isEmpty()) {
            throw new MojoExecutionException(String.join("\n  ", lists));
        }
    }

    private static String shown(List<String> problems) {
        var lines = new StringBuilder();
        problems.stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(problem -> lines.append("\n  - ").append(problem));
        if (problems.size() > SHOWN_PROBLEMS) {
            lines.append(format("\n  and %,d more", problems.size() - SHOWN_PROBLEMS));
        }
        return lines.toString();
    }
}
