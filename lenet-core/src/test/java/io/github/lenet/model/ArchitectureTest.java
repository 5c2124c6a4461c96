package io.github.lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

  @ParameterizedTest
  @CsvSource({"lenet5, 44426, 256", "lenet5-1998, 61706, 400"})
  void hasTheShapeOfTheLiterature(String name, int parameters, int inputsOfC5) {
    var architecture = Architecture.named(name);

    assertThat(architecture.name()).isEqualTo(name);
    assertThat(architecture.parameterCount()).isEqualTo(parameters);
    assertThat(architecture.height()).isEqualTo(28);
    assertThat(architecture.width()).isEqualTo(28);
    assertThat(architecture.classes()).isEqualTo(10);
    assertThat(architecture.layers()).hasSize(7);
    assertThat(architecture.layers().get(4).inputSize()).isEqualTo(inputsOfC5);
    assertThat(architecture.network().inputSize()).isEqualTo(784);
  }

  @ParameterizedTest
  @CsvSource({"lenet5", "lenet5-1998"})
  void hasAsManyParametersInEachLayerAsDeeplearning4jSees(String name) {
    var stock = new MultiLayerNetwork(StockNetworks.configuration(name));
    stock.init();
    var layers = Architecture.named(name).layers();

    for (var i = 0; i < layers.size(); i++) {
      assertThat((long) layers.get(i).parameterCount()).isEqualTo(stock.getLayer(i).numParams());
    }
  }

  @Test
  void namesTheDefaultFirst() {
    assertThat(Architecture.names()).containsExactly("lenet5", "lenet5-1998");
  }

  @Test
  void listsTheNamesWhenOneIsUnknown() {
    assertThatThrownBy(() -> Architecture.named("lenet-5"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("architecture is lenet-5, but is unknown; known are lenet5, lenet5-1998");
  }
}
