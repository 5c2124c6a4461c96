package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import com.samskivert.mustache.Mustache;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Confusion;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.model.Provenance;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model in words and numbers, with the sections of Mitchell et al., "Model Cards for Model Reporting", 2019
 * (doi:10.1145/3287560.3287596). It says what is known, and where nobody stated something, that.
 */
final class ModelCard {

    private static final int MOST_CONFUSIONS = 5;

    private ModelCard() {}

    /** What the template {@code model-card.md} fills in. */
    record Page(
            String name,
            String description,
            List<Fact> details,
            String intendedUse,
            List<Fact> trainingData,
            List<HyperparameterList.Entry> hyperparameters,
            List<Fact> training,
            List<Fact> evaluation,
            String level,
            List<ClassRow> classes,
            List<Confusion> confusions) {

        boolean mistaken() {
            return !confusions.isEmpty();
        }
    }

    record Fact(String title, String value) {}

    /** The shares of a class, each with its interval. */
    record ClassRow(String label, int images, String recall, String precision, String f1) {}

    static String text(String name, Verification verification, Publication publication) {
        return Mustache.compiler()
                .withEscaper(Markdown::escape)
                // Otherwise a missing description would be an error.
                .nullValue("")
                .compile(new InputStreamReader(
                        ModelCard.class.getResourceAsStream("model-card.md"), StandardCharsets.UTF_8))
                .execute(page(name, verification, publication));
    }

    private static Page page(String name, Verification verification, Publication publication) {
        var evaluation = verification.evaluation();
        return new Page(
                name,
                publication.description(),
                details(verification, publication),
                publication.intendedUse(),
                trainingData(verification.model(), publication),
                HyperparameterList.of(verification.model().hyperparameters()),
                training(verification.model(), publication.provenance()),
                evaluation(verification),
                Confidence.DEFAULT.display(),
                IntStream.range(0, verification.model().classNames().size())
                        .mapToObj(label -> row(evaluation, label))
                        .toList(),
                Confusion.mostFrequent(evaluation, MOST_CONFUSIONS));
    }

    private static List<Fact> details(Verification verification, Publication publication) {
        var model = verification.model();
        var summary = verification.evaluation().model();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Published by", stated(publication.group())));
        facts.add(new Fact("Version", stated(publication.version())));
        facts.add(new Fact(
                "Licence",
                publication.licences().isEmpty() ? stated(null) : String.join(", ", publication.licences())));
        facts.add(new Fact(
                "Network",
                format(
                        "%s, a convolutional neural network with %d parameters",
                        model.architecture(), model.parameters())));
        facts.add(new Fact("Input", format("a grey image of %d x %d pixels", model.height(), model.width())));
        facts.add(new Fact("Output", "the probability of each class: " + String.join(", ", model.classNames())));
        facts.add(new Fact("Archive", format("%d bytes, SHA-256 %s", summary.bytes(), summary.sha256())));
        if (summary.resourceSha256() != null) {
            facts.add(new Fact("Copy in the jar", "SHA-256 " + summary.resourceSha256()));
        }
        if (summary.coefficientsSha256() != null) {
            facts.add(new Fact("Trained parameters", "SHA-256 " + summary.coefficientsSha256()));
        }
        facts.add(new Fact(
                "Software",
                "lenet " + model.software().lenet() + ", in the format of Deeplearning4j "
                        + model.software().deeplearning4j()));
        return facts;
    }

    private static String stated(String value) {
        return value == null ? "not stated" : value;
    }

    private static List<Fact> trainingData(ModelDescription model, Publication publication) {
        var facts = new ArrayList<Fact>();
        var known = publication.dataset();
        if (known == null) {
            facts.add(new Fact("Data set", model.dataset().name() + ", data of the publisher's own"));
            facts.add(new Fact("Licence", stated(null)));
        } else {
            facts.add(new Fact("Data set", model.dataset().name() + ": " + known.title()));
            facts.add(new Fact("Licence", known.licence()));
            facts.add(new Fact("Citation", known.citation()));
        }
        model.dataset().sha256().forEach((file, sha256) -> facts.add(new Fact("SHA-256 of " + file, sha256)));
        return facts;
    }

    private static List<Fact> training(ModelDescription model, Provenance run) {
        var facts = new ArrayList<Fact>();
        if (!model.epochs().isEmpty()) {
            var last = model.epochs().get(model.epochs().size() - 1);
            facts.add(new Fact("Loss in the last epoch", Numbers.loss(last.trainingLoss()) + " nats"));
            if (last.validationAccuracy() != null) {
                facts.add(new Fact("Accuracy on held-out images after it", Numbers.share(last.validationAccuracy())));
            }
        }
        var initialModel = model.inputs().initialModel();
        if (initialModel != null) {
            facts.add(new Fact("Went on from", "the model with SHA-256 " + initialModel));
        }
        if (run != null) {
            var git = run.build().git();
            facts.add(new Fact("Trained", run.started() + " to " + run.finished()));
            facts.add(new Fact("Computed by", run.backend()));
            facts.add(new Fact("Java", run.java().version() + " (" + run.java().vendor() + ")"));
            facts.add(new Fact(
                    "System",
                    run.operatingSystem().name() + ", " + run.operatingSystem().architecture()));
            if (git != null) {
                facts.add(new Fact(
                        "Git commit", git.commit() + (git.dirty() ? ", with changes that are not committed" : "")));
            }
        }
        return facts;
    }

    private static List<Fact> evaluation(Verification verification) {
        var facts = new ArrayList<Fact>();
        facts.add(accuracy("", verification.evaluation()));
        facts.add(new Fact("Loss", Numbers.loss(verification.evaluation().loss()) + " nats"));
        verification.evaluations().forEach(further -> facts.add(accuracy(further.name() + ": ", further.evaluation())));
        verification
                .verdict()
                .rules()
                .forEach(rule -> facts.add(new Fact(
                        "Rule: " + rule.subject().describe(),
                        rule.displayValue() + ", " + rule.limit().display() + ", "
                                + rule.outcome().title())));
        return facts;
    }

    private static Fact accuracy(String prefix, Evaluation evaluation) {
        return new Fact(
                prefix + "accuracy on " + evaluation.dataset().describe(), share(Optional.of(evaluation.accuracy())));
    }

    private static ClassRow row(Evaluation evaluation, int label) {
        var matrix = evaluation.confusionMatrix();
        var metrics = matrix.classes().get(label);
        return new ClassRow(
                metrics.label(),
                metrics.support(),
                share(matrix.recall(label)),
                share(matrix.precision(label)),
                Numbers.share(metrics.f1()));
    }

    private static String share(Optional<Proportion> share) {
        return share.map(value -> Numbers.share(value) + " (" + Numbers.range(Confidence.DEFAULT.interval(value)) + ")")
                .orElse(Numbers.UNDEFINED);
    }
}
