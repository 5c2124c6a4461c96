package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.lenet.json.Json;
import io.github.lenet.search.Tuning;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed schema describes the file that is written: no more, and no less. */
class TuningSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode schema() throws IOException {
        try (var in = Tuning.class.getResourceAsStream("tuning.schema.json")) {
            return MAPPER.readTree(in);
        }
    }

    private static Set<ValidationMessage> validate(JsonNode schema, JsonNode json) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(json);
    }

    private static JsonNode json(Tuning tuning) throws IOException {
        return MAPPER.readTree(Json.bytes(tuning));
    }

    /** Readers of the real one must bear new keys. */
    private static void forbidOtherKeys(JsonNode schema) {
        schema.forEach(TuningSchemaTest::forbidOtherKeys);
        if (schema.path("properties").isObject()) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    @Test
    void everySearchIsValidAndEveryKeyIsDescribed() throws IOException {
        var strict = schema();
        forbidOtherKeys(strict);

        for (var tuning : List.of(Searches.better(), Searches.noBetter(), Searches.wide(), Searches.allFailed())) {
            assertThat(validate(strict, json(tuning))).isEmpty();
        }
    }

    @Test
    void aKeyThatIsMissingIsNoticed() throws IOException {
        for (var key : List.of("schemaVersion", "space", "trials", "best", "current", "advice", "importance")) {
            var json = (ObjectNode) json(Searches.better());
            json.remove(key);
            assertThat(validate(schema(), json)).as(key).isNotEmpty();
        }
        var json = json(Searches.better());
        ((ObjectNode) json.get("trials").get(0)).remove("state");
        assertThat(validate(schema(), json)).isNotEmpty();
    }
}
