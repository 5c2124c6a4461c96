package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void acceptsWhatDeeplearning4jWritesAndSaysTheSame(String architecture) {
        var configuration = StockNetworks.configuration(architecture);

        var canonical = Configuration.canonical(configuration.toJson(), Architecture.named(architecture));

        assertThat(MultiLayerConfiguration.fromJson(canonical)).isEqualTo(configuration);
        assertThat(Configuration.canonical(canonical, Architecture.named(architecture)))
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vertices/conv1-norm/layerConf/layer/eps | 0.001",
                "vertices/conv1-norm/layerConf/layer/useLogStd | true",
                "vertices/conv1-norm/layerConf/layer/lockGammaBeta | true",
                "vertices/conv1-norm/layerConf/variables | []",
                "vertices/conv1-norm-activation/layerConf/layer/activationFn/negativeSlope | 0.1",
                "vertices/conv1/preProcessor | {}",
                "vertices/stage1-block1/op | \"Max\"",
                "vertices/pool/layerConf/layer/poolingType | \"MAX\"",
                "vertices/more | {}",
                "vertexInputs/classes | [\"conv1\"]",
                "vertexInputs/more | []",
                "topologicalOrder | null",
                "topologicalOrderStr | []",
                "networkOutputs | []"
            })
    void refusesEveryDifferenceOfAGraph(String path, String json) throws Exception {
        var graph = StockNetworks.json(StockNetworks.initialized("resnet8"));
        Configuration.canonical(graph, Architecture.RESNET8);
        var changed = changed(graph, path, json);

        assertThatThrownBy(() -> Configuration.canonical(changed, Architecture.RESNET8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("configuration.json." + path.split("/", -1)[0])
                .hasMessageContaining("but resnet8 has");
    }

    @Test
    void refusesTheOtherArchitecture() {
        var classic = StockNetworks.configuration("lenet5-1998").toJson();

        assertThatThrownBy(() -> Configuration.canonical(classic, Architecture.LENET5))
                .hasMessage("configuration.json.confs[0].layer.padding[0] is 2, but lenet5 has 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confs/0/layer/nout | 7",
                "confs/0/layer/kernelSize | [3, 3]",
                "confs/0/layer/kernelSize | [5]",
                "confs/0/layer/stride | [2, 2]",
                "confs/0/layer/dilation | [2, 2]",
                "confs/0/layer/convolutionMode | \"Same\"",
                "confs/0/layer/cnn2dDataFormat | \"NHWC\"",
                "confs/0/layer/hasBias | false",
                "confs/0/layer/hasBias | null",
                "confs/0/layer/activationFn/@class | \"org.nd4j.linalg.activations.impl.ActivationTanH\"",
                "confs/0/layer/activationFn/negativeSlope | 0.1",
                "confs/0/layer/activationFn | \"relu\"",
                "confs/1/layer/poolingType | \"AVG\"",
                "confs/2/layer/@class | \"org.deeplearning4j.nn.conf.layers.Deconvolution2D\"",
                "confs/3/layer/padding | [1, 1]",
                "confs/4/layer/nin | 400",
                "confs/5/layer/hasLayerNorm | true",
                "confs/6/layer/@class | \"org.deeplearning4j.nn.conf.layers.DenseLayer\"",
                "confs/6/layer/activationFn/@class | \"org.nd4j.linalg.activations.impl.ActivationSigmoid\"",
                "confs/6/dataType | \"DOUBLE\"",
                "confs/6 | null",
                "confs | []",
                "confs | {}",
                "dataType | \"DOUBLE\"",
                "inputPreProcessors/4/format | \"NHWC\"",
                "inputPreProcessors/0 | {}",
                "inputPreProcessors | {}",
                "inputPreProcessors | null",
            })
    void refusesEveryDifferenceThatChangesTheOutput(String path, String json) throws Exception {
        var changed = changed(StockNetworks.configuration("lenet5").toJson(), path, json);

        assertThatThrownBy(() -> Configuration.canonical(changed, Architecture.LENET5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("configuration.json." + path.split("/", -1)[0])
                .hasMessageContaining("but lenet5 has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "[]", "null", "{\"confs\":[],\"confs\":[]}"})
    void refusesWhatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> Configuration.canonical(text, Architecture.LENET5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("configuration.json");
    }

    private static String changed(String configuration, String path, String json) throws IOException {
        var keys = new ArrayList<>(List.of(path.split("/", -1)));
        var last = keys.remove(keys.size() - 1);
        Map<?, ?> tree = Json.parse(configuration, Map.class, "test");
        Object node = tree;
        for (var key : keys) {
            node = node instanceof List<?> list ? list.get(Integer.parseInt(key)) : ((Map<?, ?>) node).get(key);
        }
        replace(
                node,
                last,
                Json.parse("{\"value\":" + json + "}", Map.class, "test").get("value"));
        return Json.line(tree);
    }

    @SuppressWarnings("unchecked")
    private static void replace(Object node, String key, Object value) {
        if (node instanceof List<?> list) {
            ((List<Object>) list).set(Integer.parseInt(key), value);
        } else {
            ((Map<String, Object>) node).put(key, value);
        }
    }
}
