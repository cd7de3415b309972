package io.talaria.gateway.outsidebot;

import io.talaria.journal.outside.Report;
import io.talaria.journey.Ending;
import io.talaria.port.Outbound;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads a report; what is wrong with one is told in a sentence, with its key. */
final class ReportReader {
  private static final int MOST = 10;
  private static final int LONGEST_ID = 200;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ReportReader() {}

  /** The report as it is written; names in snake case. */
  record Body(
      @Nullable String id,
      @Nullable String inReplyTo,
      @Nullable Instant at,
      @Nullable List<Said> messages,
      @Nullable Map<String, String> answers,
      @Nullable String language,
      @Nullable String stage,
      @Nullable String step,
      @Nullable Boolean expectsAnswer,
      @Nullable String ending,
      @Nullable NeedsHuman needsHuman) {}

  /** What was said. */
  record Said(@Nullable String text, @Nullable String wamid) {}

  /** A person must go on. */
  record NeedsHuman(@Nullable String reason) {}

  /** A report that can't be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /**
   * Reads a report of this bot.
   *
   * @param now stands in for a missing time; a later one than now is taken for now
   * @throws Unreadable with a sentence for whoever wrote it
   */
  static Report read(String bot, byte[] json, Instant now) throws Unreadable {
    Body body = body(json);
    String id = text(body.id(), "id", LONGEST_ID);
    Instant at = body.at() == null || body.at().isAfter(now) ? now : body.at();
    Ending ending = body.ending() == null ? null : ending(body.ending());
    return new Report(
        UUID.nameUUIDFromBytes((bot + "/" + id).getBytes(StandardCharsets.UTF_8)),
        text(body.inReplyTo(), "in_reply_to", LONGEST_ID),
        at,
        messages(body.messages() == null ? List.of() : body.messages()),
        answers(body.answers() == null ? Map.of() : body.answers()),
        body.language(),
        body.stage(),
        body.step(),
        ending == null && !Boolean.FALSE.equals(body.expectsAnswer()),
        ending,
        needsHuman(body.needsHuman()));
  }

  private static Body body(byte[] json) throws Unreadable {
    try {
      Body body = JSON.readValue(json, Body.class);
      if (body != null) {
        return body;
      }
    } catch (JacksonException | DateTimeException e) {
      // The mapper's words quote the body, and bodies are people's.
    }
    throw new Unreadable(
        "The body is no report: JSON with id, in_reply_to and the keys of docs/outside-bot.md, no others.");
  }

  private static List<Report.Message> messages(List<Said> told) throws Unreadable {
    if (told.size() > MOST) {
      throw new Unreadable("messages has at most %d entries.".formatted(MOST));
    }
    var messages = new ArrayList<Report.Message>();
    for (Said said : told) {
      if (said == null) {
        throw new Unreadable("messages holds objects with a text.");
      }
      String wamid = said.wamid() == null ? null : text(said.wamid(), "wamid", LONGEST_ID);
      messages.add(new Report.Message(text(said.text(), "text", Outbound.TEXT_LIMIT), wamid));
    }
    return List.copyOf(messages);
  }

  private static Map<String, String> answers(Map<String, String> told) throws Unreadable {
    for (Map.Entry<String, String> answer : told.entrySet()) {
      text(answer.getValue(), "answers." + answer.getKey(), Outbound.TEXT_LIMIT);
    }
    return Map.copyOf(told);
  }

  private static Ending ending(String told) throws Unreadable {
    return switch (told) {
      case "completed" -> Ending.COMPLETED;
      case "rejected" -> Ending.REJECTED;
      default -> throw new Unreadable("ending is completed or rejected.");
    };
  }

  private static @Nullable String needsHuman(@Nullable NeedsHuman told) throws Unreadable {
    if (told == null) {
      return null;
    }
    String reason = told.reason();
    if (reason == null || !CODE.matcher(reason).matches()) {
      throw new Unreadable("needs_human.reason is a code such as wants_to_negotiate.");
    }
    return reason;
  }

  private static String text(@Nullable String value, String key, int longest) throws Unreadable {
    if (value == null || value.isBlank() || value.length() > longest) {
      throw new Unreadable("%s is a text of 1 to %d characters.".formatted(key, longest));
    }
    return value;
  }
}
