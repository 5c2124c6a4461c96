package io.github.lenet.maven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.Transformation;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.store.PictureOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationConfigurationTest {

    private static final String RULES = "<rules><rule><metric>accuracy</metric><minimum>0.9</minimum></rule></rules>";
    private static final DatasetOptions MAIN = new DatasetOptions(
            "mnist",
            Path.of("main"),
            PictureOptions.DEFAULT,
            new CacheDirectory(Path.of("cache"), false),
            List.of("npm"));

    @Test
    void measuresTheTestImagesOfTheGoalUnlessToldOtherwise() throws Exception {
        assertThat(read("<evaluation><name>again</name>" + RULES + "</evaluation>"))
                .singleElement()
                .satisfies(evaluation -> {
                    assertThat(evaluation.name()).isEqualTo("again");
                    assertThat(evaluation.dataset()).isEqualTo(MAIN);
                    assertThat(evaluation.split()).isEqualTo(Split.TEST);
                    assertThat(evaluation.transformation()).isEqualTo(new Transformation(0, 0, 0, 1, 0, 42));
                    assertThat(evaluation.gate().rules()).hasSize(1);
                });
    }

    @Test
    void takesEveryElement() throws Exception {
        var evaluation =
                read("<evaluation><name>hard</name><dataset>letters</dataset><split>train</split><shift>2</shift>"
                                + "<rotation>7.5</rotation><noise>0.1</noise><contrast>0.5</contrast><occlusion>6</occlusion>"
                                + "<seed>3</seed>" + RULES + "</evaluation>")
                        .get(0);

        assertThat(evaluation.transformation()).isEqualTo(new Transformation(2, 7.5, 0.1, 0.5, 6, 3));
        assertThat(evaluation.split()).isEqualTo(Split.TRAIN);
        assertThat(evaluation.dataset())
                .as("another data set, which does not lie in the folder of the main one")
                .isEqualTo(new DatasetOptions(
                        "letters",
                        null,
                        PictureOptions.DEFAULT,
                        new CacheDirectory(Path.of("cache"), false),
                        List.of("npm")));
    }

    @Test
    void takesAnotherFolder() throws Exception {
        var evaluation = read("<evaluation><name>x</name><dataDirectory>other</dataDirectory>" + RULES
                        + "</evaluation>")
                .get(0);

        assertThat(evaluation.dataset().name()).isEqualTo("mnist");
        assertThat(evaluation.dataset().dataDirectory()).isEqualTo(Path.of("other"));
    }

    @Test
    void takesAnArtifact() throws Exception {
        var evaluation = read("<evaluation><name>x</name><datasetArtifact>com.acme:scans:1.0</datasetArtifact>" + RULES
                        + "</evaluation>")
                .get(0);

        assertThat(evaluation.dataset().dataDirectory())
                .as("the folder of the main one")
                .isNull();
        assertThat(evaluation.dataset().artifact().element())
                .isEqualTo("<datasetArtifact>com.acme:scans:zip:1.0</datasetArtifact>");
    }

    @ParameterizedTest
    @CsvSource({
        "<dataset>x</dataset>, evaluations/evaluation[1]/name, must say what to call the evaluation",
        "<name>x</name><split>validation</split>, evaluations/evaluation[1]/split, is unknown; known are train",
        "<name>x</name><datasetArtifact>scans</datasetArtifact>, evaluations/evaluation[1]/datasetArtifact, must be groupId",
        "<name>x</name><datasetArtifact>a:b:1</datasetArtifact><dataDirectory>c</dataDirectory>,"
                + " evaluations/evaluation[1]/datasetArtifact, cannot be set together with <dataDirectory>c</dataDirectory>",
        "<name>x</name><shift>256</shift>, evaluations/evaluation[1]/name, cannot be made: shift is 256"
    })
    void namesTheElementThatIsWrong(String elements, String parameter, String reason) {
        assertThatThrownBy(() -> read("<evaluation>" + elements + RULES + "</evaluation>"))
                .isInstanceOfSatisfying(InvalidParameterException.class, refused -> {
                    assertThat(refused.parameter()).isEqualTo(parameter);
                    assertThat(refused.reason()).startsWith(reason);
                });
    }

    @Test
    void namesTheRuleThatIsWrong() {
        var rules = "<rules><rule><metric>f2</metric></rule></rules>";

        assertThatThrownBy(() -> read("<evaluation><name>x</name>" + rules + "</evaluation>"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("evaluations/evaluation[1]/rules/rule[1]/metric is f2");
    }

    @Test
    void refusesRulesOfSlicesThatOnlyTheMainImagesHave() {
        var rules = RULES.replace("<minimum>", "<element>slice</element><minimumImages>30</minimumImages><minimum>");

        assertThatThrownBy(() -> read("<evaluation><name>x</name>" + rules + "</evaluation>"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith(
                        "evaluations/evaluation[1]/rules/rule[1]/element is slice, but there are no slices here");
    }

    @Test
    void refusesAnEvaluationThatChecksNothingAndANameThatIsTaken() {
        assertThatThrownBy(() -> read("<evaluation><name>x</name></evaluation>"))
                .hasMessageContaining("must hold at least one <rule>");
        var twice = ("<evaluation><name>x</name>" + RULES + "</evaluation>").repeat(2);
        assertThatThrownBy(() -> read(twice))
                .hasMessageStartingWith(
                        "evaluations/evaluation[2]/name is x, but is the name of another evaluation too");
    }

    private static List<FurtherEvaluation> read(String xml) throws Exception {
        var configured = Configured.from("<evaluations>" + xml + "</evaluations>");
        return EvaluationConfiguration.read(configured.evaluations(), MAIN);
    }
}
