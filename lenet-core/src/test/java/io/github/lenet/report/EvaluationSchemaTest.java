package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Metric;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed schema describes the file that is written: no more, and no less. */
class EvaluationSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = schema("evaluation.schema.json");

    @Test
    void everyKindOfFileIsValid() throws IOException {
        var broken = Evaluations.of(List.of("a", "b"), new int[] {0}, Float.NaN, Float.NaN);
        var same = Evaluations.comparisonWithItself(9, 10);
        var reports = List.of(
                EvaluationReport.of(Samples.EVALUATION),
                EvaluationReport.of(Samples.verification(Samples.FAILED)),
                EvaluationReport.of(Samples.verification(Samples.unmeasurable("it broke"))),
                EvaluationReport.of(Samples.verification(broken, Samples.MAXIMUM_LOSS)),
                EvaluationReport.of(Samples.complete()),
                EvaluationReport.of(Samples.classesAlone()),
                EvaluationReport.of(Samples.sliced()),
                EvaluationReport.of(
                        new Verification(Samples.model(), same.candidate(), null, List.of(), same, Samples.PASSED)));

        for (var report : reports) {
            assertThat(validate(json(report))).isEmpty();
        }
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        assertThat(undescribed(json(EvaluationReport.of(Samples.complete())))).isEmpty();
        assertThat(undescribed(json(EvaluationReport.of(Samples.classesAlone()))))
                .isEmpty();
        var network = new ModelSummary(
                ModelSummary.ONNX, "a.onnx", "0".repeat(64), null, null, 9L, null, null, Map.of("onnxMean", "0.5"));
        var report = EvaluationReport.of(Samples.EVALUATION.withModel(network));
        assertThat(undescribed(json(report))).isEmpty();
        assertThat(undescribed(json(EvaluationReport.of(Samples.sliced())))).isEmpty();
    }

    @Test
    void aKeyThatIsMissingOrWrongIsNoticed() throws IOException {
        for (var key : List.of("schemaVersion", "confusionMatrix", "loss", "topKCorrect", "calibration", "model")) {
            var json = (ObjectNode) json(EvaluationReport.of(Samples.complete()));
            json.remove(key);
            assertThat(validate(json)).as(key).isNotEmpty();
        }
        for (var key : List.of("sha256", "architecture", "parameters", "bytes")) {
            var json = json(EvaluationReport.of(Samples.EVALUATION));
            ((ObjectNode) json.get("model")).remove(key);
            assertThat(validate(json)).as(key).isNotEmpty();
        }
        var json = (ObjectNode) json(EvaluationReport.of(Samples.complete()));
        json.put("accuracy", 98.7);
        assertThat(validate(json)).hasSize(1);
    }

    @Test
    void everyMetricIsListed() {
        var listed = new ArrayList<String>();
        SCHEMA.at("/$defs/rule/properties/metric/enum").forEach(metric -> listed.add(metric.asText()));

        var known =
                new ArrayList<>(Arrays.stream(Metric.values()).map(Metric::id).toList());
        known.addAll(List.of("regression", "improvement"));
        assertThat(listed).containsExactlyElementsOf(known);
    }

    /** Forbids keys that the schema does not name, in a copy: readers of the real one must bear new ones. */
    private static Set<ValidationMessage> undescribed(JsonNode json) {
        var strict = SCHEMA.deepCopy();
        forbidOtherKeys(strict);
        return compile(strict).validate(json);
    }

    private static void forbidOtherKeys(JsonNode schema) {
        schema.forEach(EvaluationSchemaTest::forbidOtherKeys);
        if (schema.path("properties").isObject()) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    private static Set<ValidationMessage> validate(JsonNode json) {
        return compile(SCHEMA).validate(json);
    }

    private static JsonSchema compile(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private static JsonNode json(EvaluationReport report) throws IOException {
        return MAPPER.readTree(Json.bytes(report));
    }

    /** Validates the file that refers to this schema for its parts. */
    static Set<ValidationMessage> validateAggregate(String json) throws IOException {
        var factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.schemas(Map.of(SCHEMA.path("$id").asText(), SCHEMA.toString()))));
        return factory.getSchema(schema("aggregate.schema.json")).validate(MAPPER.readTree(json));
    }

    private static JsonNode schema(String name) {
        try (var in = EvaluationReport.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
