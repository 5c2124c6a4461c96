package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

class SoftwareTest {

    @Test
    void knowsTheVersionsOfTheBuild() {
        var software = Software.current();

        assertThat(software.lenet()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        var jar = MultiLayerNetwork.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        assertThat(jar).endsWith("deeplearning4j-nn-" + software.deeplearning4j() + ".jar");
    }
}
