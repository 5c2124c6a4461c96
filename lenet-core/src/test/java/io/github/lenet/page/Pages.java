package io.github.lenet.page;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.archive.StockNetworks;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.gate.Rule;
import io.github.lenet.model.Classifier;
import io.github.lenet.page.ModelPage.Images;
import io.github.lenet.page.ModelPage.Model;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Samples;
import io.github.lenet.report.Verification;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Pages about models that have learnt nothing, or little. */
final class Pages {

    static final Dataset IMAGES = SyntheticDigits.test(200, 7);

    private Pages() {}

    /** A page with any numbers. */
    static String page(ModelDescription description, Verification verification) {
        return page(description, EvaluationReport.of(verification));
    }

    static String page(ModelDescription description, EvaluationReport report) {
        return HtmlReport.page("digits", about(report, classifier(description)));
    }

    /** Such a page, of a model whose training nobody has recorded. */
    static ModelPage about(EvaluationReport report, Classifier model) {
        try {
            return new ModelPage(
                    report,
                    new Model(model, null),
                    new Images(new NamedImages(IMAGES, List.of()), ClassifierAnswers.of(model, IMAGES)));
        } catch (EvaluationException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a page about a real evaluation, with {@code evaluation.json} beside it. */
    static Path write(Path folder, String name, Classifier model, Dataset images) throws Exception {
        var reports = new Reports(folder, name);
        var answers = ClassifierAnswers.of(model, images);
        var evaluation = Evaluation.of(answers);
        var verdict = Samples.verdict(evaluation, Rule.minimumAccuracy("0.2"), Samples.MAXIMUM_LOSS);
        var report = EvaluationReport.of(new Verification(model.description(), evaluation, verdict));
        HtmlReport.write(
                reports,
                new ModelPage(report, new Model(model, null), new Images(new NamedImages(images, List.of()), answers)));
        report.write(reports.htmlFile().resolveSibling("evaluation.json"));
        return reports.htmlFile();
    }

    /** Writes a page. */
    static Path write(Path folder, String name, ModelPage page) throws IOException {
        var reports = new Reports(folder.resolve(name), name);
        HtmlReport.write(reports, page);
        return reports.htmlFile();
    }

    /** Images with the answers of a model from elsewhere, which gave classes alone: one in ten is wrong. */
    static Images classesAlone() {
        var labels = IntStream.range(0, IMAGES.size()).map(IMAGES::label).toArray();
        var answers = Answers.ofClasses(
                ModelSummary.ofPredictions("new.csv", "0".repeat(64)),
                new DatasetSummary(IMAGES.name(), IMAGES.split(), IMAGES.size()),
                IMAGES.classNames(),
                labels,
                IntStream.range(0, labels.length)
                        .map(image -> image % 10 == 0 ? (labels[image] + 1) % 10 : labels[image])
                        .toArray());
        return new Images(new NamedImages(IMAGES, List.of()), answers);
    }

    /** Trains for a few seconds at most. */
    static Classifier train(Dataset training, Dataset validation, int epochs, String preparation) {
        return train("lenet5", training, validation, epochs, preparation);
    }

    static Classifier train(String architecture, Dataset training, Dataset validation, int epochs, String preparation) {
        var recipe = SeedRecipe.of(architecture)
                .with("epochs", epochs)
                .with("learningRate", 0.002)
                .with("augmentation", "shift")
                .build();
        var trained = new Trainer(2).train(new Training(recipe, training, validation));
        var data = new TrainingData(training.name(), training.classNames(), Map.of(), preparation, null);
        return classifier(TrainedArchive.of(trained, TrainingInputs.of(TrainingInputs.KERNELS, data, recipe)));
    }

    static Classifier classifier(ModelDescription description) {
        var stock = StockNetworks.archive(description.architecture());
        return classifier(new ModelArchive(description, stock.configuration(), stock.state()));
    }

    static Classifier classifier(ModelArchive archive) {
        try {
            var file = Files.createTempFile("model", ".zip");
            try {
                archive.write(file);
                return Classifier.load(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
