package io.talaria.port;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to a candidate, in the shapes that WhatsApp has for it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Outbound.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Outbound.Buttons.class, name = "buttons"),
  @JsonSubTypes.Type(value = Outbound.Choices.class, name = "choices"),
  @JsonSubTypes.Type(value = Outbound.Template.class, name = "template")
})
public sealed interface Outbound {
  /** WhatsApp's limit for a text body, in UTF-16 units. */
  int TEXT_LIMIT = 4096;

  /** The same for a body over buttons. */
  int BUTTONS_LIMIT = 1024;

  /** What the candidate reads, for transcripts. */
  String body();

  /** The same with another body; what can be tapped stays. A template stays as it was approved. */
  default Outbound saying(String text) {
    return switch (this) {
      case Text ignored -> new Text(text);
      case Buttons buttons -> new Buttons(text, buttons.choices());
      case Choices list -> new Choices(text, list.button(), list.choices());
      case Template template -> template;
    };
  }

  /** What can be tapped, in order; none of a plain text. */
  default List<Choice> offered() {
    return switch (this) {
      case Buttons buttons -> buttons.choices();
      case Choices list -> list.choices();
      case Text ignored -> List.of();
      case Template ignored -> List.of();
    };
  }

  /** How long the body may be, in UTF-16 units. */
  default int limit() {
    return switch (this) {
      case Text ignored -> TEXT_LIMIT;
      case Choices ignored -> TEXT_LIMIT;
      case Buttons ignored -> BUTTONS_LIMIT;
      case Template ignored -> BUTTONS_LIMIT;
    };
  }

  /** Free text of at most {@link #TEXT_LIMIT} characters. */
  record Text(String body) implements Outbound {}

  /** A text of at most 1,024 characters over at most three buttons. */
  record Buttons(String body, List<Choice> choices) implements Outbound {}

  /** A text over a list of at most ten rows that opens by a button. */
  record Choices(String body, String button, List<Choice> choices) implements Outbound {}

  /**
   * An approved template; the only thing that reaches a candidate whose window is closed.
   *
   * @param language WhatsApp's code, such as {@code pt_BR}
   * @param body the approved text with its parameters filled in
   * @param parameters of the body, in order
   * @param category in which it was approved, such as {@code marketing}; null when nobody said.
   *     Left out of JSON then
   */
  record Template(
      String name,
      String language,
      String body,
      List<String> parameters,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String category)
      implements Outbound {

    /** One of which nobody said in which category it was approved. */
    public Template(String name, String language, String body, List<String> parameters) {
      this(name, language, body, parameters, null);
    }
  }

  /**
   * Something to tap: the id comes back, the title is read.
   *
   * @param description a smaller line under a list's title; null for none, and buttons show none
   */
  record Choice(String id, String title, @Nullable String description) {
    /** Without a description. */
    public Choice(String id, String title) {
      this(id, title, null);
    }
  }
}
