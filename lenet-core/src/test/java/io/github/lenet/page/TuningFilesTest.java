package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.json.Json;
import io.github.lenet.report.Numbers;
import io.github.lenet.search.Advice;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.Search;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.search.Surface;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.search.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningFilesTest {

    private static final int MEBIBYTE = 1 << 20;

    private static final Tuning BETTER = Searches.better();

    @TempDir
    private Path folder;

    private String page(Tuning tuning) throws IOException {
        var files = new TuningFiles(folder);
        files.write("digits", "mnist", tuning);
        assertThat(Json.line(Json.read(files.numbersFile(), Tuning.class))).isEqualTo(Json.line(tuning));
        return Files.readString(files.pageFile());
    }

    @Test
    void tellsOtherProgramsTheTrialsAndTheBestValues() throws IOException {
        var files = new TuningFiles(folder);

        files.write("digits", "mnist", BETTER);

        assertThat(files.tableFile())
                .content()
                .startsWith("number," + String.join(",", BETTER.space().keySet())
                        + ",rung,epochs,seed,loss,accuracy,seconds,state,failure\n0,")
                .hasLineCount(BETTER.trials().size() + 1)
                .doesNotContain("null");
        assertThat(files.bestFile())
                .content()
                .startsWith("# Advice: change. With fresh seeds, trial ")
                .contains("\nlenet.batchSize=16\n")
                .hasLineCount(BETTER.space().size() + 1);
    }

    @Test
    void showsWhatToChangeAndWhy() throws IOException {
        var page = page(BETTER);

        assertThat(BETTER.advice()).isEqualTo(Advice.CHANGE);
        assertThat(TuningSummary.reason(BETTER))
                .matches(
                        "With fresh seeds, trial 31 has a loss of 0\\.03\\d\\d instead of 0\\.07\\d\\d; the difference of"
                                + " -0\\.03\\d\\d is below 0 with every seed and with 95 % confidence over the images, and beyond"
                                + " the 0\\.00\\d\\d that seeds alone explain\\.");
        assertThat(TuningSummary.properties(BETTER))
                .hasSize(6)
                .startsWith("<properties>", "  <lenet.batchSize>16</lenet.batchSize>")
                .contains("  <lenet.augmentation>shift</lenet.augmentation>")
                .endsWith("</properties>");
        assertThat(page)
                .contains("<header class=\"passed\">", "✓ change</span>", "<p>" + TuningSummary.reason(BETTER) + "</p>")
                .contains("&lt;lenet.batchSize&gt;16&lt;/lenet.batchSize&gt;")
                .contains("<dt>learningRate</dt><dd>0.00005..0.05 log</dd>", "<dt>Seed</dt><dd>42</dd>");
    }

    @Test
    void showsThatThePresentValuesAreTheBest() throws IOException {
        var tuning = Searches.noBetter();

        assertThat(page(tuning))
                .contains("<header class=\"neutral\">", "<span class=\"outcome\">keep</span>")
                .contains(format(
                        "With fresh seeds, nothing that was tried is better than the present values, with their loss of"
                                + " %s.",
                        Numbers.loss(tuning.current().loss().mean())))
                .doesNotContain("Properties to paste");
    }

    @Test
    void saysWhyWhatIsBetterIsNotBetterForSure() {
        assertThat(reason(2, 0.0014, 0.002))
                .isEqualTo("With fresh seeds, trial 14 has a loss of 0.0304 instead of 0.0307, but it is not better for"
                        + " sure: seeds alone explain a difference of 0.0058; the 95 % interval over the images reaches"
                        + " above 0.");
        assertThat(reason(8, 0.0014, 0.002))
                .endsWith("not better for sure: seeds alone explain a difference of 0.0025; a seed says the opposite.");
        assertThat(reason(6, 0.002, 0.0005))
                .endsWith("not better for sure: the 95 % interval over the images reaches above 0.");
    }

    private static String reason(int seed, double learningRate, double noise) {
        var present = Map.of("seed", seed, "learningRate", learningRate);
        return TuningSummary.reason(Searches.search(20, Searches.SPACE, present, Objective.LOSS, noise));
    }

    @Test
    void saysWhichFinalistsFailed() {
        assertThat(TuningSummary.reason(Searches.wide()))
                .matches("The present values failed with fresh seeds; those of trial \\d+ did not, and have a loss of"
                        + " 0\\.03\\d\\d\\.");
        assertThat(TuningSummary.reason(Searches.allFailed()))
                .isEqualTo("Every finalist failed with fresh seeds, the present values among them.");
    }

    /** The accuracy may be higher where the loss is not lower. */
    @Test
    void saysThatALossIsNotLower() {
        var surface = new Surface(Surface::bowl, 0) {
            @Override
            public List<TrialOutcome> run(List<TrialTraining> batch) {
                return super.run(batch).stream()
                        .map(outcome -> TrialOutcome.measured(outcome.loss(), outcome.loss(), outcome.imageLosses(), 1))
                        .toList();
            }
        };
        var options = new SearchOptions(8, Objective.ACCURACY, Pruning.NONE, 1);

        var tuning = new Search(SearchSpace.parse("learningRate=0.002..0.05"), Map.of(), options).run(surface);

        assertThat(tuning.advice()).isEqualTo(Advice.KEEP);
        assertThat(TuningSummary.reason(tuning))
                .matches("With fresh seeds, trial \\d is the best by accuracy, but has a loss of 0\\.0\\d+ instead of"
                        + " 0\\.0315\\.");
    }

    @Test
    void showsEveryTrialAndHowItEnded() throws IOException {
        var page = page(BETTER);

        for (var trial : BETTER.trials()) {
            var state = trial.state() == State.FAILED
                    ? "<td class=\"outcome failed\">failed<small>the loss is NaN</small></td><td>–</td><td>–</td>"
                    : format("<td>%s</td><td>%s</td>", trial.state(), Numbers.loss(trial.loss()));
            assertThat(page).contains("<tr><th scope=\"row\">" + trial.number() + "</th>" + state);
        }
        for (var finalist : BETTER.finalists()) {
            assertThat(page)
                    .containsPattern("<tr><th scope=\"row\">" + finalist.trial() + "( <small>.*</small>)?</th><td>"
                            + Numbers.loss(
                                    finalist.loss() == null
                                            ? null
                                            : finalist.loss().mean()));
        }
    }

    @Test
    void needsNothingBesideItself() throws IOException {
        var page = page(BETTER);

        assertThat(page)
                .doesNotContain("url(", "@import", "<link rel=\"stylesheet", "<script src", " src=")
                .contains("default-src 'none'", "script-src &#39;sha256-");
        assertThat(page.length()).isLessThan(MEBIBYTE / 2);
    }

    @Test
    void whatATrainingSaysIsText() throws IOException {
        var surface = new Surface(Surface::bowl, 0) {
            @Override
            public List<TrialOutcome> run(List<TrialTraining> batch) {
                return batch.stream()
                        .map(training -> TrialOutcome.failed("</script><script>alert(1)</script>", 0))
                        .toList();
            }
        };
        var options = new SearchOptions(2, Objective.LOSS, Pruning.NONE, 1);

        var tuning = new Search(SearchSpace.parse("batchSize=32,64"), Map.of(), options).run(surface);

        assertThat(page(tuning)).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }
}
