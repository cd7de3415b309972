package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Beat;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Review.Waiting;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.talaria.port.Outbound;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was expected with what came. Each thing said and each alert is looked at once. */
final class Expectations {
  private final Neighbours neighbours;
  private final Patience patience;
  private final List<Desk.Alert> seen = new ArrayList<>();
  private int heard;

  Expectations(Neighbours neighbours, Patience patience) {
    this.neighbours = neighbours;
    this.patience = patience;
  }

  /** What was said until now isn't looked at any more. */
  void passOver() {
    heard = neighbours.said().size();
  }

  /** Whether the bot has said something that wasn't looked at. */
  boolean news() {
    return neighbours.said().size() > heard;
  }

  /**
   * @throws Unmet unless it is so, or becomes so within a minute
   */
  void check(Beat.Expectation expectation) {
    switch (expectation) {
      case Beat.Hears hears -> hears(hears);
      case Beat.HearsNothing silence -> hearsNothing(silence.time());
      case Beat.TeamIsTold told -> isTold(told.kind());
      case Beat.TeamIsNotTold not -> isNotTold(not.kind());
      case Beat.StandsAt at -> state("stage " + at.stage(), at.stage(), s -> s.talk().stage());
      case Beat.Kept kept -> kept(kept);
      case Beat.Ended ended -> {
        String how = Chronicle.ending(ended.ending(), ended.reason());
        state("the journey to end: " + how, how, state -> end(state, ended.reason() != null));
      }
      case Beat.Speaks speaks ->
          state("language " + speaks.language(), speaks.language(), s -> s.talk().language());
      case Beat.PersonCalled called -> personCalled(called.reason());
      case Beat.Reviewed reviewed -> reviewed(reviewed.text());
      case Beat.ReadAs read -> readAs(read);
      case Beat.HeldBy held -> {
        String who = Objects.requireNonNullElse(held.who(), "the bot");
        state("the journey to be held by " + who, who, Expectations::holder);
      }
    }
  }

  private void hears(Beat.Hears expected) {
    String wanted = wanted(expected);
    if (!patience.until(this::news)) {
      throw new Unmet(wanted, "nothing");
    }
    Outbound came = neighbours.said().get(heard++).content();
    if (!fits(expected, came)) {
      throw new Unmet(wanted, "\"" + Chronicle.shown(came) + "\"");
    }
  }

  private static boolean fits(Beat.Hears expected, Outbound came) {
    List<String> titles = came.offered().stream().map(Choice::title).toList();
    String template = came instanceof Outbound.Template by ? by.name() : null;
    return folded(came.body()).contains(folded(expected.text()))
        && (expected.choices().isEmpty() || expected.choices().equals(titles))
        && (expected.template() == null || expected.template().equals(template));
  }

  private static String wanted(Beat.Hears expected) {
    String titles =
        expected.choices().stream()
            .map(title -> "[" + title + "]")
            .collect(Collectors.joining(" "));
    return "the bot to say \"%s\"%s%s"
        .formatted(
            expected.text(),
            titles.isEmpty() ? "" : " over " + titles,
            expected.template() == null ? "" : " by template " + expected.template());
  }

  private void hearsNothing(Duration time) {
    patience.settle();
    if (!news()) {
      patience.pass(time);
    }
    if (news()) {
      Delivery came = neighbours.said().get(heard);
      throw new Unmet(
          "silence for " + Words.of(time), "\"" + Chronicle.shown(came.content()) + "\"");
    }
  }

  private void isTold(Desk.Kind kind) {
    if (!patience.until(() -> unseen().stream().anyMatch(alert -> alert.kind() == kind))) {
      throw new Unmet("alert " + Chronicle.word(kind), kinds(unseen()));
    }
    seen.add(unseen().stream().filter(alert -> alert.kind() == kind).findFirst().orElseThrow());
  }

  private void isNotTold(Desk.@Nullable Kind kind) {
    patience.settle();
    List<Desk.Alert> told =
        kind == null
            ? unseen()
            : neighbours.alerts().stream().filter(alert -> alert.kind() == kind).toList();
    if (!told.isEmpty()) {
      throw new Unmet(
          kind == null ? "no other alert" : "no alert " + Chronicle.word(kind), kinds(told));
    }
  }

  private List<Desk.Alert> unseen() {
    return neighbours.alerts().stream().filter(alert -> !seen.contains(alert)).toList();
  }

  private static String kinds(List<Desk.Alert> alerts) {
    return alerts.isEmpty()
        ? "none that wasn't expected before"
        : alerts.stream()
            .map(alert -> Chronicle.word(alert.kind()))
            .collect(Collectors.joining(", "));
  }

  private void kept(Beat.Kept expected) {
    if (!patience.until(() -> keeps(expected))) {
      throw new Unmet(
          "answers " + expected.answers(),
          String.valueOf(read(state -> state.talk().answers().toString())));
    }
  }

  private boolean keeps(Beat.Kept expected) {
    JourneyState state = neighbours.newest();
    return state != null
        && state.talk().answers().entrySet().containsAll(expected.answers().entrySet());
  }

  private void personCalled(@Nullable String reason) {
    Function<JourneyState, String> read =
        state -> state.needsHuman() == null ? "nobody called" : state.needsHuman();
    if (reason != null) {
      state("a person to be called: " + reason, reason, read);
    } else if (!patience.until(() -> calls(neighbours.newest()))) {
      throw new Unmet("a person to be called", "nobody called");
    }
  }

  private static boolean calls(@Nullable JourneyState state) {
    return state != null && state.needsHuman() != null;
  }

  private void reviewed(String text) {
    if (!patience.until(() -> inReview() != null)) {
      throw new Unmet("a reply that waits for review", "none");
    }
    String words =
        Objects.requireNonNull(inReview()).proposal().messages().stream()
            .map(Outbound::body)
            .collect(Collectors.joining("\n"));
    if (!folded(words).contains(folded(text))) {
      throw new Unmet("\"%s\" to wait for review".formatted(text), "\"" + words + "\"");
    }
  }

  private @Nullable Waiting inReview() {
    JourneyState state = neighbours.newest();
    return state == null ? null : state.inReview();
  }

  private void readAs(Beat.ReadAs expected) {
    if (!patience.until(() -> fits(expected, neighbours.reading()))) {
      throw new Unmet("a reading such as " + expected, String.valueOf(neighbours.reading()));
    }
  }

  private static boolean fits(Beat.ReadAs expected, @Nullable Reading came) {
    return came != null
        && (expected.intent() == null || expected.intent().equals(came.intent()))
        && (expected.priority() == null || expected.priority() == came.priority())
        && (expected.sentiment() == null || expected.sentiment() == mood(came.sentiment()))
        && came.entities().entrySet().containsAll(expected.entities().entrySet());
  }

  private static Beat.@Nullable Mood mood(@Nullable Double sentiment) {
    if (sentiment == null) {
      return null;
    }
    return sentiment < 0
        ? Beat.Mood.NEGATIVE
        : sentiment > 0 ? Beat.Mood.POSITIVE : Beat.Mood.NEUTRAL;
  }

  private void state(String wanted, String value, Function<JourneyState, String> read) {
    if (!patience.until(() -> value.equals(read(read)))) {
      throw new Unmet(wanted, String.valueOf(read(read)));
    }
  }

  private String read(Function<JourneyState, String> read) {
    JourneyState state = neighbours.newest();
    return state == null ? "no journey" : read.apply(state);
  }

  private static String end(JourneyState state, boolean withReason) {
    JourneyState.End end = state.end();
    return end == null
        ? "no end"
        : Chronicle.ending(end.ending(), withReason ? end.reason() : null);
  }

  private static String holder(JourneyState state) {
    Holder holder = state.hold().holder();
    return holder == null ? "the bot" : holder.name();
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
