package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.recipe.Hyperparameters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HyperparameterDefaultsTest {

    /** These go with the schedule. */
    private static final Set<String> WITHOUT_DEFAULT = Set.of("learningRate", "augmentation");

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
}
