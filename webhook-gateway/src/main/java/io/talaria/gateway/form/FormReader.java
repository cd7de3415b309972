package io.talaria.gateway.form;

import io.talaria.gateway.inbox.Item;
import io.talaria.gateway.inbox.Item.Filled;
import io.talaria.gateway.inbox.Item.Unreadable;
import io.talaria.gateway.inbox.ItemReader;
import io.talaria.journal.form.FormLinks;
import io.talaria.journal.inbox.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one handed-in form: {@code {"token": "…", "fields": {…}}}. Other keys are left alone. */
@Component
class FormReader implements ItemReader {
  static final String SOURCE = "form";

  private final FormLinks links;

  /** A number is what was written: 1.80 stays 1.80, and 1e999 is no infinity. */
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  FormReader(FormLinks links) {
    this.links = links;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public List<Item> read(byte[] body, Instant receivedAt) {
    return List.of(item(body, receivedAt));
  }

  /** What the body tells: a form of ours, or why it is none. */
  Item item(byte[] body, Instant receivedAt) {
    JsonNode root;
    try {
      root = json.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return unreadable(receivedAt, "not_json", "The body is signed but is not JSON.");
    }
    JsonNode token = root.path("token");
    if (!token.isString()) {
      return unreadable(
          receivedAt,
          "no_token",
          "The form has no text 'token': hand on the parameter 'token' of the link.");
    }
    Optional<FormLinks.Link> link = links.open(token.stringValue());
    if (link.isEmpty()) {
      return unreadable(
          receivedAt,
          "unknown_link",
          "The token is none of ours, or was changed on its way. If the link secret was changed,"
              + " set talaria.forms.previous-link-secret and retry.");
    }
    JsonNode told = root.path("fields");
    if (!told.isObject()) {
      return unreadable(
          receivedAt,
          "no_fields",
          "The form has no object 'fields' with the answers by the fields' names.");
    }
    Map<String, String> fields;
    try {
      fields = FormFields.read(told);
    } catch (FormFields.Unfit unfit) {
      return unreadable(receivedAt, "unfit_field", unfit.sentence());
    }
    return new Filled("", submission(link.get(), fields, receivedAt));
  }

  private Submission submission(
      FormLinks.Link link, Map<String, String> fields, Instant receivedAt) {
    return new Submission(
        FormFields.key(json, link, fields),
        link.candidateId(),
        link.journeyId(),
        link.formId(),
        fields,
        receivedAt,
        receivedAt.isAfter(link.expiresAt()));
  }

  private static Unreadable unreadable(Instant at, String reason, String detail) {
    return new Unreadable("", at, null, reason, detail);
  }
}
