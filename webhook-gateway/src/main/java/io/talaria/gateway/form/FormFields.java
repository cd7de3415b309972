package io.talaria.gateway.form;

import io.talaria.journal.form.FormLinks;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form's answers as texts, within limits. */
final class FormFields {
  static final int MOST = 100;
  static final int LONGEST_NAME = 100;
  static final int LONGEST_VALUE = 8_000;

  /** Whoever answers with a longer number means mischief. */
  private static final int MOST_DIGITS = 40;

  private FormFields() {}

  /** An answer can't be taken as it is. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String sentence) {
      super(sentence);
    }

    /** What is wrong, without quoting an answer. */
    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /** Texts, numbers, true or false; lists of these are put in a row; null means not answered. */
  static Map<String, String> read(JsonNode told) throws Unfit {
    if (told.size() > MOST) {
      throw new Unfit("The form has more than %d fields.".formatted(MOST));
    }
    var fields = new TreeMap<String, String>();
    int position = 0;
    for (Map.Entry<String, JsonNode> field : told.properties()) {
      position++;
      String name = storable(field.getKey());
      if (name.isBlank() || name.length() > LONGEST_NAME) {
        throw new Unfit(
            "The name of field %d must have 1 to %d characters.".formatted(position, LONGEST_NAME));
      }
      String value = value(field.getValue(), position);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  /** The same answers through the same link are the same submission, however often told. */
  static String key(JsonMapper json, FormLinks.Link link, Map<String, String> fields) {
    String all =
        String.join(
            " ",
            link.formId(),
            link.candidateId().toString(),
            link.journeyId().toString(),
            link.expiresAt().toString(),
            json.writeValueAsString(fields));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return "form:" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static @Nullable String value(JsonNode node, int position) throws Unfit {
    if (node.isNull()) {
      return null;
    }
    String text = node.isArray() ? list(node, position) : single(node, position);
    if (text.length() > LONGEST_VALUE) {
      throw new Unfit("Field %d has more than %d characters.".formatted(position, LONGEST_VALUE));
    }
    return text;
  }

  private static String list(JsonNode node, int position) throws Unfit {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : node) {
      parts.add(single(part, position));
    }
    return String.join(", ", parts);
  }

  private static String single(JsonNode node, int position) throws Unfit {
    if (node.isString()) {
      return storable(node.stringValue());
    }
    if (node.isBoolean()) {
      return String.valueOf(node.booleanValue());
    }
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
        throw new Unfit("Field %d is a number that makes no sense.".formatted(position));
      }
      return number.toPlainString();
    }
    throw new Unfit(
        "Field %d is neither a text, a number, true or false, nor a list of these."
            .formatted(position));
  }

  /** PostgreSQL can't hold NUL, UTF-8 no halves of surrogate pairs; the raw body keeps them. */
  private static String storable(String text) {
    String noNul = text.replace('\0', '\uFFFD');
    return new String(noNul.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
