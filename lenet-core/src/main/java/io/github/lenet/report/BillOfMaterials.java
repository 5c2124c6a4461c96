package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.ModelSummary;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.json.Json;
import io.github.lenet.recipe.Software;
import io.github.lenet.report.CycloneDx.Approach;
import io.github.lenet.report.CycloneDx.Bom;
import io.github.lenet.report.CycloneDx.Component;
import io.github.lenet.report.CycloneDx.Considerations;
import io.github.lenet.report.CycloneDx.Data;
import io.github.lenet.report.CycloneDx.DatasetReference;
import io.github.lenet.report.CycloneDx.Dependency;
import io.github.lenet.report.CycloneDx.Format;
import io.github.lenet.report.CycloneDx.Hash;
import io.github.lenet.report.CycloneDx.Interval;
import io.github.lenet.report.CycloneDx.LicenseChoice;
import io.github.lenet.report.CycloneDx.Metadata;
import io.github.lenet.report.CycloneDx.ModelParameters;
import io.github.lenet.report.CycloneDx.PerformanceMetric;
import io.github.lenet.report.CycloneDx.Property;
import io.github.lenet.report.CycloneDx.QuantitativeAnalysis;
import io.github.lenet.report.CycloneDx.Tools;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The bill of materials of a model in the form of CycloneDX: what it is, what it was made of and with, and how good it
 * is.
 *
 * <p>The same model and numbers give the same bytes; the serial number follows from the content.
 */
final class BillOfMaterials {

    private static final String MODEL = "model";
    private static final String DATASET = "dataset";
    private static final String CORE = "lenet-core";
    private static final String OUR_GROUP = "io.github.lenet";

    /** Digits after the point of a metric; shares are rounded down and losses up, as in every report. */
    private static final int DECIMALS = 6;

    private static final String FORCED_ANSWER =
            "It answers every image with one of its classes, also an image that shows none of them.";

    private BillOfMaterials() {}

    static Bom of(String name, Verification verification, Publication publication) {
        var tool = Component.library(OUR_GROUP, CORE, Software.current().lenet());
        var metadata = new Metadata(new Tools(List.of(tool)), component(name, verification, publication));
        // Nobody knows what a model from elsewhere was made of.
        var bom = verification.model() == null
                ? new Bom(metadata, List.of(), List.of())
                : bom(metadata, verification.model(), publication);
        return bom.withSerialNumber("urn:uuid:" + UUID.nameUUIDFromBytes(Json.bytes(bom)));
    }

    private static Bom bom(Metadata metadata, ModelDescription model, Publication publication) {
        var trainer = Component.library(OUR_GROUP, CORE, model.software().lenet());
        var format = Component.library(
                "org.deeplearning4j", "deeplearning4j-nn", model.software().deeplearning4j());
        return new Bom(
                metadata,
                List.of(dataset(model, publication), trainer, format),
                List.of(new Dependency(MODEL, List.of(DATASET, trainer.reference(), format.reference()))));
    }

    private static Component component(String name, Verification verification, Publication publication) {
        return new Component(
                "machine-learning-model",
                MODEL,
                publication.group(),
                name,
                publication.version(),
                publication.description(),
                hashes(verification.evaluation().model()),
                LicenseChoice.named(publication.licences()),
                null,
                List.of(),
                card(verification, publication),
                List.of());
    }

    /** A file of predictions is not the model. */
    private static List<Hash> hashes(ModelSummary model) {
        return ModelSummary.PREDICTIONS.equals(model.kind()) ? List.of() : List.of(Hash.sha256(model.sha256()));
    }

    private static Component dataset(ModelDescription model, Publication publication) {
        var data = model.dataset();
        var known = publication.dataset();
        return new Component(
                "data",
                DATASET,
                null,
                data.name(),
                null,
                known == null ? null : known.title(),
                List.of(),
                known == null ? List.of() : LicenseChoice.named(List.of(known.licence())),
                null,
                data.sha256().entrySet().stream()
                        .map(file -> Component.file(file.getKey(), file.getValue()))
                        .toList(),
                null,
                List.of(new Data("dataset", data.name())));
    }

    private static CycloneDx.ModelCard card(Verification verification, Publication publication) {
        var model = verification.model();
        return new CycloneDx.ModelCard(
                model == null ? null : parameters(model),
                new QuantitativeAnalysis(metrics(verification)),
                new Considerations(
                        publication.intendedUse() == null ? List.of() : List.of(publication.intendedUse()),
                        List.of(FORCED_ANSWER)),
                model == null ? List.of() : properties(model));
    }

    private static ModelParameters parameters(ModelDescription model) {
        return new ModelParameters(
                new Approach("supervised"),
                "image classification",
                "convolutional neural network",
                model.architecture(),
                List.of(new DatasetReference(DATASET)),
                List.of(new Format(ModelInput.describe(model))),
                List.of(new Format("probabilities of the classes " + String.join(", ", model.classNames()))));
    }

    private static List<Property> properties(ModelDescription model) {
        return HyperparameterList.of(model.hyperparameters()).stream()
                .map(entry -> new Property("lenet:hyperparameters:" + entry.name(), entry.value()))
                .toList();
    }

    private static List<PerformanceMetric> metrics(Verification verification) {
        var metrics = new ArrayList<>(metrics(
                verification.evaluation(), verification.evaluation().dataset().describe()));
        verification
                .evaluations()
                .forEach(further -> metrics.addAll(metrics(
                        further.evaluation(),
                        further.name() + ": " + further.evaluation().dataset().describe())));
        return metrics;
    }

    private static List<PerformanceMetric> metrics(Evaluation evaluation, String slice) {
        var matrix = evaluation.confusionMatrix();
        var metrics = new ArrayList<PerformanceMetric>();
        metrics.add(share("accuracy", evaluation.accuracy(), slice));
        evaluation.loss().stream()
                .filter(Double::isFinite)
                .mapToObj(loss -> new Quantity(loss).display(DECIMALS, RoundingMode.CEILING))
                .forEach(loss -> metrics.add(new PerformanceMetric("cross-entropy loss", loss, slice, null)));
        for (var label = 0; label < matrix.classNames().size(); label++) {
            var classSlice = slice + ", class " + matrix.classNames().get(label);
            Stream.of(
                            matrix.recall(label).map(share -> share("recall", share, classSlice)),
                            matrix.precision(label).map(share -> share("precision", share, classSlice)),
                            // A mean of two shares, for which the interval of a share does not hold.
                            matrix.f1(label).map(share -> new PerformanceMetric("F1", value(share), classSlice, null)))
                    .forEach(metric -> metric.ifPresent(metrics::add));
        }
        evaluation.slices().stream()
                .flatMap(slices -> slices.list().stream())
                .map(part -> share("accuracy", part.accuracy(), slice + ", " + part.name()))
                .forEach(metrics::add);
        return metrics;
    }

    private static PerformanceMetric share(String type, Proportion share, String slice) {
        var interval = Confidence.DEFAULT.interval(share);
        return new PerformanceMetric(
                type,
                value(share),
                slice,
                new Interval(
                        new Quantity(interval.lower()).display(DECIMALS, RoundingMode.FLOOR),
                        new Quantity(interval.upper()).display(DECIMALS, RoundingMode.CEILING)));
    }

    private static String value(Proportion share) {
        return share.display(DECIMALS, RoundingMode.FLOOR);
    }
}
