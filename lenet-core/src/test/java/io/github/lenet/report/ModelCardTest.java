package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.model.Provenance;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.Catalog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    @Test
    void hasTheSectionsThatReadersOfModelCardsKnow() {
        assertThat(ModelCard.text("digits", Samples.complete(), Samples.publication())
                        .lines())
                .filteredOn(line -> line.startsWith("#"))
                .containsExactly(
                        "# Model card of digits",
                        "## Model details",
                        "## Intended use",
                        "## Training data",
                        "## Training procedure",
                        "## Evaluation",
                        "## Limitations");
    }

    @Test
    void showsWhatIsKnown() {
        var card = ModelCard.text("digits", Samples.complete(), Samples.publication());

        assertThat(card)
                .contains("\nReads postcodes.\n")
                .contains("- Licence: Apache-2.0\n")
                .contains("a grey image of 28 x 28 pixels")
                .contains("Sorting of letters")
                .contains("- Data set: mnist: MNIST, handwritten digits\n")
                .contains("- Licence: CC BY-SA 3.0\n")
                .contains("Gradient-Based Learning")
                .contains("| epochs | 2 |", "| learningRate | 0.001 |", "| seed | 42 |")
                .contains("- accuracy on mnist test (10000 images): 0.9940 (0.9922 to 0.9954)\n")
                .contains("- shifted: accuracy on mnist test (10000 images): 0.9000")
                .contains("- Rule: recall of class 7: 0.9940 (994/1000), minimum 0.9700, passed\n")
                .contains("| 7 | 1000 | 0.9940 (0.9869 to 0.9973) | ")
                .contains("Its most frequent mistakes:\n  - ");
    }

    @Test
    void showsTheSlices() {
        assertThat(ModelCard.text("digits", Samples.sliced(), Samples.publication()))
                .contains(
                        "\n| slice | images | accuracy |\n| --- | --- | --- |\n| writer=c | 5 | 0.0000 (0.0000 to 0.4345) |\n")
                .contains("- Rule: accuracy of slice writer=c: 0.0000 (0/5), minimum 0.9500, warned\n");
        assertThat(ModelCard.text("digits", Samples.complete(), Samples.publication()))
                .doesNotContain("| slice |");
    }

    @Test
    void doesNotInventWhatNobodyStated() {
        var card = ModelCard.text("digits", Samples.verification(Samples.PASSED), Samples.anonymous());

        assertThat(card)
                .contains("## Intended use\n\nNot stated by its publisher.\n")
                .contains("- Licence: not stated\n")
                .contains("- Data set: mnist, data of the publisher's own\n")
                .doesNotContain("Citation", "Git commit", "null");
    }

    @Test
    void namesTheRunThatMadeIt() {
        var build = new Build("3.9.16", new Git("53c9c0c", true));
        var run = Provenance.ofRun("ab01", InputsOfTests.MNIST, null, build, "Java kernels on CPU", 2, Instant.EPOCH);

        assertThat(ModelCard.text("digits", Samples.verification(Samples.PASSED), Samples.publication(run)))
                .contains("- Git commit: 53c9c0c, with changes that are not committed\n")
                .contains("- Trained: 1970-01-01T00:00:00Z to ")
                .contains("- Computed by: Java kernels on CPU\n");
    }

    @Test
    void namesTheModelThatTheTrainingWentOnFrom() {
        var verification = Samples.verification(Samples.PASSED);
        var inputs = verification.model().inputs();
        var next = new TrainingInputs(1, inputs.arithmetic(), null, inputs.dataset(), inputs.hyperparameters(), "fe12");
        var model = ModelDescription.of(Architecture.LENET5, next, List.of());

        assertThat(ModelCard.text(
                        "digits",
                        new Verification(model, verification.evaluation(), verification.verdict()),
                        Samples.publication()))
                .contains("- Went on from: the model with SHA-256 fe12\n");
    }

    @Test
    void saysThatNobodyPublishesIt() {
        assertThat(ModelCard.text("digits", Samples.verification(Samples.PASSED), Publication.ofNobody(null)))
                .contains("- Published by: not stated\n- Version: not stated\n- Licence: not stated\n");
    }

    @Test
    void textOfAPublisherHasNoPowerInIt() {
        var dataset = Catalog.builtIn().find("mnist").orElseThrow();
        var publication = new Publication("g", "1", "<b>*best*</b>\n# Ever", List.of("a|b"), null, dataset, null);

        assertThat(ModelCard.text("digits", Samples.verification(Samples.PASSED), publication))
                .contains("\n&lt;b>\\*best\\*&lt;/b> \\# Ever\n")
                .contains("- Licence: a\\|b\n");
    }
}
