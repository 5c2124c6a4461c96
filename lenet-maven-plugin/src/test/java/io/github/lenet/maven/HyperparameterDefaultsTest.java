package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.json.Json;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.recipe.Hyperparameters;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;

class HyperparameterDefaultsTest {

    /** These go with the schedule. */
    private static final Set<String> WITHOUT_DEFAULT = Set.of("learningRate", "augmentation");

    /** Who trains in Java begins where a POM begins; and no hyperparameter is out of reach of a POM. */
    @Test
    void everyHyperparameterIsAParameterOfTrainWithTheSameDefault() throws Exception {
        var train = Builds.plugin().getMojo("train");
        var names = train.getParameters().stream().map(Parameter::getName).toList();

        Map<?, ?> defaults = Json.parse(Json.line(Hyperparameters.builder().build()), Map.class, "defaults");

        defaults.forEach((name, value) -> {
            assertThat(names).contains((String) name);
            var inPom = train.getMojoConfiguration().getChild((String) name).getAttribute("default-value");
            if (WITHOUT_DEFAULT.contains(name)) {
                assertThat(inPom).as((String) name).isNull();
            } else if (value instanceof Number number) {
                assertThat(Double.parseDouble(inPom)).as((String) name).isEqualTo(number.doubleValue());
            } else {
                assertThat(inPom).as((String) name).isEqualTo(value);
            }
        });
    }
}
