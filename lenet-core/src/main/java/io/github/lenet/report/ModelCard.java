package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import com.samskivert.mustache.Mustache;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Confusion;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.model.Provenance;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model in words and numbers, with the sections of Mitchell et al., "Model Cards for Model Reporting", 2019
 * (doi:10.1145/3287560.3287596). What is unknown is marked as not stated.
 */
final class ModelCard {

    private static final int MOST_CONFUSIONS = 5;

    private ModelCard() {}

    /** What the template {@code model-card.md} fills in. */
    record Page(
            String name,
            @Nullable String description,
            List<Fact> details,
            @Nullable String intendedUse,
            List<Fact> trainingData,
            List<HyperparameterList.Entry> hyperparameters,
            List<Fact> training,
            List<Fact> evaluation,
            String level,
            List<ClassRow> classes,
            List<SliceRow> slices,
            List<Confusion> confusions) {

        /** A model from elsewhere has no hyperparameters that anybody knows. */
        boolean described() {
            return !hyperparameters.isEmpty();
        }

        boolean sliced() {
            return !slices.isEmpty();
        }

        boolean mistaken() {
            return !confusions.isEmpty();
        }
    }

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
        var model = verification.model();
        return new Page(
                name,
                publication.description(),
                details(verification, publication),
                publication.intendedUse(),
                model == null ? List.of(new Fact("Data set", stated(null))) : trainingData(model, publication),
                model == null ? List.of() : HyperparameterList.of(model.hyperparameters()),
                model == null ? List.of() : training(model, publication.provenance()),
                evaluation(verification),
                Confidence.DEFAULT.display(),
                ClassRow.of(evaluation.confusionMatrix()),
                SliceRow.of(evaluation),
                Confusion.mostFrequent(evaluation, MOST_CONFUSIONS));
    }

    private static List<Fact> details(Verification verification, Publication publication) {
        var model = verification.model();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Published by", stated(publication.group())));
        facts.add(new Fact("Version", stated(publication.version())));
        facts.add(new Fact(
                "Licence",
                publication.licences().isEmpty() ? stated(null) : String.join(", ", publication.licences())));
        if (model != null) {
            facts.add(new Fact(
                    "Network",
                    format(
                            "%s, a convolutional neural network with %d parameters",
                            model.architecture(), model.parameters())));
            facts.add(new Fact("Input", "a " + ModelInput.describe(model)));
        }
        facts.add(new Fact("Output", output(verification.evaluation())));
        facts.addAll(files(verification.evaluation().model()));
        if (model != null) {
            facts.add(new Fact(
                    "Software",
                    "lenet " + model.software().lenet() + ", in the format of Deeplearning4j "
                            + model.software().deeplearning4j()));
        }
        return facts;
    }

    private static String output(Evaluation evaluation) {
        var what =
                evaluation.probabilityMetrics().isPresent() ? "the probability of each class: " : "one of the classes ";
        return what + String.join(", ", evaluation.confusionMatrix().classNames());
    }

    private static List<Fact> files(ModelSummary summary) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                summary.name() == null ? "Archive" : "File",
                (summary.name() == null ? "" : summary.name() + ", ")
                        + (summary.bytes() == null ? "" : summary.bytes() + " bytes, ")
                        + "SHA-256 "
                        + summary.sha256()));
        if (summary.resourceSha256() != null) {
            facts.add(new Fact("Copy in the jar", "SHA-256 " + summary.resourceSha256()));
        }
        if (summary.coefficientsSha256() != null) {
            facts.add(new Fact("Trained parameters", "SHA-256 " + summary.coefficientsSha256()));
        }
        return facts;
    }

    private static String stated(@Nullable String value) {
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

    private static List<Fact> training(ModelDescription model, @Nullable Provenance run) {
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
        verification.evaluation().loss().ifPresent(loss -> facts.add(new Fact("Loss", Numbers.loss(loss) + " nats")));
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
        var accuracy = evaluation.accuracy();
        return new Fact(
                prefix + "accuracy on " + evaluation.dataset().describe(),
                Numbers.share(accuracy) + " (" + Numbers.range(Confidence.DEFAULT.interval(accuracy)) + ")");
    }
}
