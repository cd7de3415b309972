package io.talaria.dev.rehearsal;

import io.talaria.journey.Ending;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Outbound;
import io.talaria.port.Outbound.Choice;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the transcript what the neighbours see. */
final class Chronicle {
  private final Transcript transcript;
  private final Supplier<Instant> clock;
  private final Set<String> causes = new HashSet<>();
  private volatile String holder = "Recruiter";

  Chronicle(Transcript transcript, Supplier<Instant> clock) {
    this.transcript = transcript;
    this.clock = clock;
  }

  /** Whose words a recruiter's are from now on. */
  void holder(String name) {
    holder = name;
  }

  String holder() {
    return holder;
  }

  void said(Delivery delivery) {
    String who = delivery.author() == Delivery.Author.BOT ? "Bot" : holder;
    note(who, shown(delivery.content()));
  }

  void told(Desk.Alert alert) {
    Desk.Escalated escalated = alert.escalated();
    note(
        "Alert",
        escalated == null
            ? word(alert.kind())
            : "%s: %s, level %d"
                .formatted(word(alert.kind()), word(escalated.about()), escalated.level()));
  }

  /** Shows what isn't said or done by somebody in the transcript anyway, each once. */
  void happened(JourneyEvent event) {
    if (!causes.add(event.getClass().getSimpleName() + event.cause())) {
      return;
    }
    switch (event) {
      case JourneyEvent.JourneyStarted started -> journey("begins at stage " + started.stage());
      case JourneyEvent.StageEntered entered -> journey("stage " + entered.stage());
      case JourneyEvent.CandidateStateChanged changed -> journey(changed(changed));
      case JourneyEvent.OperatorHandback back when back.automatic() ->
          journey("goes back to the bot, since its holder is silent");
      case JourneyEvent.ScheduledNotSent words -> journey("words not sent: " + words.reason());
      case JourneyEvent.JourneyEnded ended ->
          journey("ends: " + ending(ended.ending(), ended.reason()));
      case JourneyEvent.StageSkipped skipped -> journey("passes over stage " + skipped.stage());
      case JourneyEvent.ReviewRequested asked -> journey("the bot's reply waits for review");
      case JourneyEvent.ReviewDecided decided -> journey("review: " + word(decided.fate()));
      default -> {}
    }
  }

  void note(String who, String what) {
    transcript.note(clock.get(), who, what);
  }

  void journey(String what) {
    note(Transcript.JOURNEY, what);
  }

  private static String changed(JourneyEvent.CandidateStateChanged changed) {
    return changed.value() == null
        ? changed.what() + " no longer"
        : changed.what() + " " + changed.value();
  }

  /** What the candidate sees. */
  static String shown(Outbound content) {
    return switch (content) {
      case Outbound.Text text -> text.body();
      case Outbound.Buttons buttons -> buttons.body() + "\n" + titles(buttons.choices());
      case Outbound.Choices list ->
          "%s\n≡ %s: %s".formatted(list.body(), list.button(), titles(list.choices()));
      case Outbound.Template template -> "‹%s› %s".formatted(template.name(), template.body());
    };
  }

  private static String titles(List<Choice> choices) {
    return choices.stream()
        .map(choice -> "[" + choice.title() + "]")
        .collect(Collectors.joining(" "));
  }

  static String ending(Ending how, @Nullable String reason) {
    return reason == null ? word(how) : "%s (%s)".formatted(word(how), reason);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
