package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Initiative;
import io.talaria.journal.reading.Conversation.Said;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.reading.Conversation.Tick;
import io.talaria.journal.send.ErrorTable;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bubbles of one conversation.
 *
 * @param name the candidate's first name, for sentences
 * @param me who reads
 * @param texts what the definition calls things
 * @param prices what messages cost
 * @param settle a person decides about an uncertain send
 * @param why somebody asks why the bot said this
 */
record Bubbles(
    String name,
    UUID me,
    Moments moments,
    JourneyTexts texts,
    Prices prices,
    BiConsumer<Sent, Choice> settle,
    Consumer<Sent> why) {
  private static final String UNSUPPORTED = "unsupported:";

  Component said(Said said) {
    var bubble = new Div();
    bubble.addClassName("bub");
    Component brought = new Brought(name, moments, texts).of(said);
    if (brought != null) {
      bubble.add(brought);
    }
    String text = text(said);
    if (brought == null || !text.isEmpty()) {
      Span words = Marked.of(text);
      words.addClassName("words");
      bubble.add(words);
    }
    bubble.add(meta(said.at(), null));
    var row = new Div(bubble);
    row.addClassNames("msg", "in");
    return row;
  }

  private String text(Said said) {
    if (!said.kind().startsWith(UNSUPPORTED)) {
      return said.text() == null ? "" : said.text();
    }
    Words words = moments.words();
    String type = said.kind().substring(UNSUPPORTED.length());
    String kind = words.sayOr("kind." + type, words.say("kind.other", "type", type));
    return words.say("kind.unsupported", "kind", kind);
  }

  Component sent(Sent sent) {
    var row = new Div(bubble(sent));
    row.addClassNames("msg", "out", sent.bot() ? "bot" : "human");
    switch (sent.tick()) {
      case UNCERTAIN -> row.addClassName("unc");
      case FAILED -> row.addClassName("fail");
      default -> {}
    }
    Div under = under(sent);
    if (under.getComponentCount() > 0) {
      row.add(under);
    }
    return row;
  }

  private Div bubble(Sent sent) {
    Span words = Marked.of(sent.content().body());
    words.addClassName("words");
    var bubble = new Div();
    bubble.addClassName("bub");
    if (sent.content() instanceof Outbound.Template) {
      bubble.add(Icon.of("tpl", "s"), new Span(" "));
    }
    bubble.add(words, meta(sent.at(), sent));
    if (sent.tick() == Tick.UNCERTAIN) {
      bubble.add(say(sent), choices(sent));
    }
    return bubble;
  }

  private Span meta(Instant at, @Nullable Sent sent) {
    var meta = new Span();
    meta.addClassName("meta");
    if (sent != null) {
      meta.add(Icon.of(sent.bot() ? "bot" : "human", "xs"));
    }
    var time = new Span(moments.minute(at));
    time.setTitle(moments.exact(at));
    meta.add(time);
    if (sent != null) {
      meta.add(tick(sent.tick()));
    }
    return meta;
  }

  private Span tick(Tick tick) {
    String name = tick.name().toLowerCase(Locale.ROOT);
    String word = moments.words().say("tick.short." + name);
    var sign =
        switch (tick) {
          case QUEUED, SENDING -> Icon.of("clock", "");
          case UNCERTAIN -> Icon.of("q", "");
          case SENT -> Icon.of("tick1", "");
          case DELIVERED, READ -> Icon.of("checks", "");
          case FAILED, LEFT -> Icon.of("xo", "");
        };
    var forReaders = new Span(word);
    forReaders.addClassName("sr");
    var span = new Span(sign, forReaders);
    span.addClassNames("tick", name);
    span.setTitle(word);
    return span;
  }

  private Span say(Sent sent) {
    var say = new Span(moments.words().say("tick.uncertain", "name", name));
    say.addClassName("say");
    return say;
  }

  private Span choices(Sent sent) {
    var choices = new Span();
    choices.addClassName("choices");
    for (Choice choice : List.of(Choice.ARRIVED, Choice.SEND_AGAIN, Choice.LEAVE_UNSENT)) {
      var button =
          new Button(
              moments.words().say("uncertain." + choice.name()),
              click -> settle.accept(sent, choice));
      button.addThemeVariants(ButtonVariant.LUMO_SMALL);
      button.setDisableOnClick(true);
      choices.add(button);
    }
    return choices;
  }

  private static Span option(Outbound.Choice choice) {
    var option = new Span(choice.title());
    if (choice.description() != null) {
      option.setTitle(choice.description());
    }
    return option;
  }

  private Div under(Sent sent) {
    Words words = moments.words();
    var under = new Div();
    under.addClassName("under");
    if (sent.tick() == Tick.FAILED) {
      under.add(failure(sent));
    } else if (sent.tick() == Tick.LEFT) {
      under.add(new Span(words.say("tick.left")));
    }
    if (sent.content() instanceof Outbound.Template template && onItsWay(sent.tick())) {
      under.add(new Span(prices.ofTemplate(words, template.category(), sent.at())));
    }
    List<Outbound.Choice> offered =
        switch (sent.content()) {
          case Outbound.Buttons buttons -> buttons.choices();
          case Outbound.Choices choices -> choices.choices();
          default -> List.of();
        };
    if (!offered.isEmpty()) {
      var options = new Span();
      options.addClassName("options");
      offered.forEach(choice -> options.add(option(choice)));
      under.add(options);
    }
    if (sent.decision() != null) {
      var button = new NativeButton(words.say("why"), click -> why.accept(sent));
      button.addClassName("why");
      under.add(button);
    }
    Initiative initiative = sent.initiative();
    if (initiative != null) {
      under.add(
          new Span(
              initiative.answeredAt() == null
                  ? words.say("beside.open")
                  : words.say("beside.answered", "t", moments.near(initiative.answeredAt()))));
    }
    if (!sent.bot() && sent.operatorName() != null && !me.equals(sent.operatorId())) {
      under.add(new Span(sent.operatorName()));
    }
    return under;
  }

  /** Until it arrives nobody was told its price. */
  private static boolean onItsWay(Tick tick) {
    return switch (tick) {
      case QUEUED, SENDING, UNCERTAIN, SENT -> true;
      case DELIVERED, READ, FAILED, LEFT -> false;
    };
  }

  private Span failure(Sent sent) {
    Words words = moments.words();
    String code = sent.errorCode() == null ? "" : String.valueOf(sent.errorCode());
    String detail = sent.errorDetail() == null ? words.say("error.unknown") : sent.errorDetail();
    String meaning =
        sent.errorTreatment() == null
            ? detail
            : words.sayOr("send.refused." + sent.errorTreatment().toLowerCase(Locale.ROOT), detail);
    String reason =
        sent.errorCode() == null
            ? meaning
            : words.sayOr(ErrorTable.sentence(sent.errorCode()), meaning);
    String text =
        code.isEmpty()
            ? words.say("tick.failed.plain", "reason", reason)
            : words.say("tick.failed", "reason", reason, "code", code);
    var failure = new Span(text);
    failure.addClassName("t-failed");
    return failure;
  }
}
