package io.github.lenet.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What somebody, or a disk, can make of a JSON text: every value in turn is left out, or replaced by another one. */
public final class DamagedJson {

    private static final String PLACE = "\"@place@\"";

    private static final List<String> REPLACEMENTS = List.of(
            "null",
            "-1",
            "0",
            "2",
            "0.5",
            "2147483647",
            "99999999999",
            "1e-9999999",
            "1e9999999",
            "\"NaN\"",
            "\"\"",
            "\"passed\"",
            "true",
            "false",
            "[]",
            "[null]",
            "{}",
            "[".repeat(900) + "]".repeat(900));

    /** Texts that a log must not show as they are. */
    private static final List<String> HOSTILE =
            List.of("\"\\n::error::\\u001b[2J\\u202e\"", "\"" + "long ".repeat(2_000) + "\"");

    private final JsonNode tree;
    private final List<String> texts = new ArrayList<>();

    private DamagedJson(JsonNode tree) {
        this.tree = tree;
    }

    /** Every damaged text, without the whole one. */
    public static List<String> of(String json) {
        var damaged = new DamagedJson(parse(json));
        damaged.damage(damaged.tree);
        damaged.texts.remove(json);
        return damaged.texts;
    }

    /** One damaged text, a random one: any value is left out, or replaced by another one. */
    public static String any(String json, RandomGenerator random) {
        var damaged = new DamagedJson(parse(json));
        var containers = new ArrayList<ContainerNode<?>>();
        collect(damaged.tree, containers);
        var container = containers.get(random.nextInt(containers.size()));
        var replacements = random.nextInt(8) == 0 ? HOSTILE : REPLACEMENTS;
        var replacement = replacements.get(random.nextInt(replacements.size()));
        var place = random.nextInt(container.size());
        if (container instanceof ObjectNode object) {
            var name = object.properties().stream()
                    .skip(place)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            if (random.nextInt(REPLACEMENTS.size()) == 0) {
                object.remove(name);
            } else {
                object.put(name, "@place@");
            }
        } else if (container instanceof ArrayNode array) {
            array.set(place, "@place@");
        }
        return damaged.tree.toString().replace(PLACE, replacement);
    }

    /** Every object and list that holds something. */
    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
            containers.add(container);
        }
        node.forEach(child -> collect(child, containers));
    }

    private static JsonNode parse(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void damage(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : object.properties().stream().map(Map.Entry::getKey).toList()) {
                var value = object.get(name);
                replace(value, other -> object.replace(name, other));
                object.remove(name);
                texts.add(tree.toString());
                object.set(name, value);
                damage(value);
            }
        } else if (node instanceof ArrayNode array) {
            if (!array.isEmpty()) {
                // The others are of the same kind.
                var value = array.get(0);
                replace(value, other -> array.set(0, other));
                damage(value);
                array.add(array.get(0));
                texts.add(tree.toString());
                array.remove(array.size() - 1);
                var last = array.remove(array.size() - 1);
                texts.add(tree.toString());
                array.add(last);
            }
        }
    }

    private void replace(JsonNode value, Consumer<JsonNode> setter) {
        var container = (ContainerNode<?>) tree;
        setter.accept(container.textNode("@place@"));
        var text = tree.toString();
        REPLACEMENTS.forEach(replacement -> texts.add(text.replace(PLACE, replacement)));
        setter.accept(value);
    }
}
