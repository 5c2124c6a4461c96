package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HyperparameterDefaultsTest {

    /** These go with the architecture or the schedule. */
    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("augmentation", "batchSize", "epochs", "learningRate", "warmup", "weightDecay");

    /** Who trains in Java begins where a POM begins; and no hyperparameter is out of reach of a POM. */
    @Test
    void everyHyperparameterIsAParameterOfTrainWithTheSameDefault() throws Exception {
        var train = Builds.plugin().getMojo("train");
        var inPom = new HashMap<String, String>();
        for (var name : Hyperparameters.names()) {
            var parameter = train.getMojoConfiguration().getChild(name, false);
            assertThat(parameter).as(name).isNotNull();
            assertThat(parameter.getValue()).isEqualTo("${lenet." + name + "}");
            inPom.put(name, parameter.getAttribute("default-value"));
        }

        assertThat(inPom)
                .allSatisfy(
                        (name, value) -> assertThat(value == null).as(name).isEqualTo(WITHOUT_DEFAULT.contains(name)));
        assertThat(Hyperparameters.of(inPom)).isEqualTo(Hyperparameters.of(Map.of()));
    }

    static List<String> architectures() {
        return Architecture.names();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void thePageTellsWhatGoesWithAnArchitecture(String architecture) throws IOException {
        var lines = Files.readAllLines(Path.of("..", "docs", "train.md"));
        var table = lines.subList(
                lines.indexOf("## What goes with an architecture"), lines.indexOf("## Deeper architectures"));
        var rows = table.stream()
                .filter(line -> line.startsWith("| "))
                .map(HyperparameterDefaultsTest::cells)
                .toList();
        var column = IntStream.range(1, rows.get(0).size())
                .filter(i -> List.of(rows.get(0).get(i).split(", ")).contains(architecture))
                .findFirst()
                .orElseThrow();
        var onPage = rows.stream().skip(2).collect(Collectors.toMap(row -> row.get(0), row -> row.get(column)));

        assertThat(onPage).containsOnlyKeys(WITHOUT_DEFAULT);
        var onPageAlone = new HashMap<>(onPage);
        onPageAlone.put("architecture", architecture);
        assertThat(Hyperparameters.of(onPageAlone)).isEqualTo(Hyperparameters.of(Map.of("architecture", architecture)));
    }

    private static List<String> cells(String row) {
        return Stream.of(row.split("\\|"))
                .skip(1)
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }
}
