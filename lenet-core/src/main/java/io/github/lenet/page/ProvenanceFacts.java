package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.model.Provenance;
import io.github.lenet.page.ModelPage.Model;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.report.Fact;
import io.github.lenet.report.HyperparameterList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a model comes from, as a page tells it. */
final class ProvenanceFacts {

    private ProvenanceFacts() {}

    static List<Fact> of(ModelPage page) {
        var model = page.evaluation().model();
        var facts = new ArrayList<Fact>();
        add(facts, "File", model.name());
        facts.add(new Fact("Model, SHA-256", model.sha256()));
        if (model.architecture() != null) {
            facts.add(new Fact(
                    "Architecture",
                    format("%s, %s parameters, %s bytes", model.architecture(), model.parameters(), model.bytes())));
        }
        page.model().ifPresent(known -> facts.addAll(training(known)));
        return facts;
    }

    private static List<Fact> training(Model model) {
        var description = model.classifier().description();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Trained on", description.dataset().name()));
        facts.add(new Fact("Hyperparameters", hyperparameters(description.hyperparameters())));
        if (model.provenance() != null) {
            facts.addAll(run(model.provenance()));
        }
        return facts;
    }

    private static String hyperparameters(Hyperparameters hyperparameters) {
        return HyperparameterList.of(hyperparameters).stream()
                .map(entry -> entry.name() + " " + entry.value())
                .collect(Collectors.joining(", "));
    }

    private static List<Fact> run(Provenance run) {
        var facts = new ArrayList<Fact>();
        add(facts, "Licence of the data", run.licence());
        add(facts, "Trained by", run.backend() + ", threads: " + run.threads());
        add(facts, "Finished", run.finished());
        if (run.build().git() != null) {
            add(
                    facts,
                    "Git commit",
                    run.build().git().commit() + (run.build().git().dirty() ? ", with local changes" : ""));
        }
        add(facts, "Maven", run.build().maven());
        add(
                facts,
                "Java",
                run.java().version() + ", " + run.java().virtualMachine() + ", "
                        + run.java().vendor());
        add(
                facts,
                "Operating system",
                String.join(
                        " ",
                        run.operatingSystem().name(),
                        run.operatingSystem().version(),
                        run.operatingSystem().architecture()));
        return facts;
    }

    private static void add(List<Fact> facts, String title, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(title, value));
        }
    }
}
