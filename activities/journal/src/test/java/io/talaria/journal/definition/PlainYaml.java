package io.talaria.journal.definition;

import java.io.StringReader;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What editors see of a file: YAML 1.2 with its core schema, where {@code no} and {@code 12:30} are
 * texts. See https://yaml.org/spec/1.2.2/#103-core-schema.
 */
final class PlainYaml {
  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,15}");
  private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.[0-9]*|\\.[0-9]+)");

  private PlainYaml() {}

  static JsonNode read(String yaml) {
    return json(new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml)));
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
          object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode()));
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.getValue().forEach(entry -> array.add(json(entry)));
        yield array;
      }
      case ScalarNode scalar when scalar.getScalarStyle() == ScalarStyle.PLAIN ->
          plain(scalar.getValue());
      case ScalarNode scalar -> JsonNodeFactory.instance.stringNode(scalar.getValue());
      default -> throw new IllegalStateException("An alias");
    };
  }

  private static JsonNode plain(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (NOTHING.matcher(text).matches()) {
      return nodes.nullNode();
    } else if (TRUTH.matcher(text).matches()) {
      return nodes.booleanNode(Boolean.parseBoolean(text));
    } else if (WHOLE.matcher(text).matches()) {
      return nodes.numberNode(Long.parseLong(text));
    } else if (NUMBER.matcher(text).matches()) {
      return nodes.numberNode(Double.parseDouble(text));
    }
    return nodes.stringNode(text);
  }
}
