package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card.Told;
import io.talaria.journey.Acknowledgement;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the team was told of this candidate, and who sees to it; if nobody, who is told next. */
class ToldBand extends Div {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final UUID me;
  private final Runnable acknowledge;
  private @Nullable Told shown;
  private @Nullable Button button;

  ToldBand(UUID me, Runnable acknowledge) {
    this.me = me;
    this.acknowledge = acknowledge;
    addClassName("told");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  /** Shows it; a journey that has ended waits for nobody. */
  void show(@Nullable Told told, boolean journeyOpen) {
    Told now = journeyOpen ? told : null;
    if (Objects.equals(now, shown)) {
      return;
    }
    shown = now;
    button = null;
    removeAll();
    setVisible(now != null);
    if (now != null) {
      add(line(now));
    }
  }

  /** While the journey is being asked. */
  void asking(boolean now) {
    if (button != null) {
      button.setEnabled(!now);
    }
  }

  private Div line(Told told) {
    var about = new Span(about(told));
    about.addClassName("semi");
    var state = new Span(state(told));
    state.addClassNames("grow", "ell");
    state.setTitle(state.getText());
    boolean seen = told.seenTo() != null;
    var line = new Div(Icon.of(seen ? "check" : "warn", "s"), about, state);
    line.addClassName("wait-line");
    line.setClassName("warn", !seen);
    if (!seen) {
      var see = new Button(words.say("acknowledge"), click -> acknowledge.run());
      see.addThemeVariants(ButtonVariant.LUMO_SMALL);
      see.getElement().appendChild(Icon.key("c").getElement());
      see.setDisableOnClick(true);
      button = see;
      line.add(see);
    }
    return line;
  }

  private String about(Told told) {
    return told.about().stream()
        .map(kind -> words.say("told.about." + kind.name()))
        .collect(Collectors.joining(" · "));
  }

  private String state(Told told) {
    Acknowledgement by = told.seenTo();
    if (by != null) {
      String key = by.operatorId().equals(me) ? "told.seen.you" : "told.seen";
      return words.say(key, "name", by.operatorName(), "t", moments.near(by.at()));
    }
    Instant next = told.escalatesAt();
    return next == null
        ? words.say("told.open")
        : words.say(told.level() > 1 ? "told.open.mail" : "told.open.lead", "t", moments.at(next));
  }
}
