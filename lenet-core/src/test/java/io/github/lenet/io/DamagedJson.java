package io.github.lenet.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What somebody, or a disk, can make of a JSON text: every value in turn is left out, or replaced by another one. */
public final class DamagedJson {

  private static final String PLACE = "\"@place@\"";

  private static final List<String> REPLACEMENTS =
      List.of(
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

  private final JsonNode tree;
  private final List<String> texts = new ArrayList<>();

  private DamagedJson(JsonNode tree) {
    this.tree = tree;
  }

  /** Every damaged text, without the whole one. */
  public static List<String> of(String json) throws Exception {
    var damaged = new DamagedJson(JsonMapper.builder().build().readTree(json));
    damaged.damage(damaged.tree);
    damaged.texts.remove(json);
    return damaged.texts;
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
    ContainerNode<?> container = (ContainerNode<?>) tree;
    setter.accept(container.textNode("@place@"));
    var text = tree.toString();
    REPLACEMENTS.forEach(replacement -> texts.add(text.replace(PLACE, replacement)));
    setter.accept(value);
  }
}
