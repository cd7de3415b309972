package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.port.Outbound;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person may write now: free text inside the window, the one template outside, nothing where
 * somebody else speaks; then it says why. Beside it stands what a message would cost.
 */
class Composer extends Footer {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final ReplyBox reply;
  private final TemplatePicker picker;
  private final Div top = new Div();
  private final Div note = new Div();
  private @Nullable Object shown;
  private @Nullable State last;
  private @Nullable String beside;

  /**
   * What stands in the way and what may be written.
   *
   * @param reason why nothing can be written, as the composer says it; null when something can
   * @param besideBot whether the bot has the conversation, so that a person may write beside it
   */
  record State(
      String conversation,
      @Nullable String reason,
      boolean besideBot,
      Window window,
      Outbound.@Nullable Template template,
      String name,
      String price) {}

  /** What was written leaves through here. */
  interface Sender {
    void send(Outbound content);
  }

  Composer(Sender sender, Sender later) {
    this.reply =
        new ReplyBox(
            text -> sender.send(new Outbound.Text(text)),
            text -> later.send(new Outbound.Text(text)));
    this.picker = new TemplatePicker(sender);
    addClassName("composer");
    top.addClassName("c-top");
    note.addClassName("c-note");
    note.setVisible(false);
    note.getElement().setAttribute("role", "alert");
  }

  /** Shows what may be written; what is being written stays as it is. */
  void show(State wished) {
    last = wished;
    if (!wished.besideBot()) {
      beside = null;
    }
    boolean chosen = wished.conversation().equals(beside);
    State state =
        chosen
            ? new State(
                wished.conversation(),
                null,
                true,
                wished.window(),
                wished.template(),
                wished.name(),
                wished.price())
            : wished;
    top.removeAll();
    top.add(tab(state), window(state.window()));
    if (state.reason() == null) {
      top.addComponentAtIndex(1, price(state.price()));
    }
    Object kind = kind(state);
    if (!kind.equals(shown)) {
      shown = kind;
      removeAll();
      add(top, note);
      note.setVisible(false);
      if (state.reason() != null) {
        var line = reason(state.reason());
        if (state.besideBot()) {
          line.add(besideButton());
        }
        add(line);
      } else if (state.window().closed()) {
        picker.show(state.template(), state.name());
        add(picker);
      } else {
        reply.conversation(
            state.conversation(),
            words.say(
                state.besideBot() ? "composer.beside.to" : "composer.to", "name", state.name()));
        add(reply);
      }
    }
  }

  /** What stands where, so that a redraw doesn't take a person's words away. */
  private static Object kind(State state) {
    if (state.reason() != null) {
      return state.conversation() + state.reason();
    }
    String kind = state.conversation() + (state.besideBot() ? "beside" : "");
    return state.window().closed() ? kind + "template" + state.template() : kind;
  }

  private Span tab(State state) {
    boolean template = state.reason() == null && state.window().closed();
    var tab =
        new Span(
            Icon.of(template ? "tpl" : "reply", "s"),
            new Span(
                words.say(
                    template
                        ? "composer.template"
                        : state.besideBot() && state.reason() == null
                            ? "composer.beside"
                            : "composer.reply")));
    tab.addClassNames("c-tab", "on");
    return tab;
  }

  private Span window(Window window) {
    var side = new Span();
    side.addClassName("c-win");
    Instant until = window.until();
    if (window.left() != null && until != null) {
      side.add(new Span(words.say("window.open", "t", moments.near(until))));
      side.add(badge(window.css(), moments.span(window.left())));
    } else if (until != null) {
      side.add(
          badge(
              "plain",
              words.say(
                  "window.since",
                  "d",
                  moments.span(java.time.Duration.between(until, Instant.now())))));
    }
    return side;
  }

  private static Span price(String price) {
    var known = new Span(price);
    known.addClassNames("xs", "quiet", "price");
    return known;
  }

  private static Span badge(String css, String text) {
    var badge = new Span(Icon.of("clock", "xs"), new Span(text));
    badge.addClassNames("badge", css, "mid");
    return badge;
  }

  private Button besideButton() {
    var write = new Button(words.say("composer.beside.write"), click -> writeBeside());
    write.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    return write;
  }

  /** The reader writes on their own initiative; the bot keeps the conversation. */
  private void writeBeside() {
    State state = last;
    if (state != null) {
      beside = state.conversation();
      show(state);
      focus();
    }
  }

  private static Div reason(String reason) {
    var line = new Div(Icon.of("lock", ""), new Span(reason));
    line.addClassName("c-reason");
    return line;
  }

  /** While the journey is being asked. */
  void sending(boolean sending) {
    reply.sending(sending);
    picker.sending(sending);
    if (sending) {
      note.setVisible(false);
    }
  }

  /** It left: the box is empty again. */
  void sent() {
    reply.clear();
    note.setVisible(false);
  }

  /** It did not leave; what was written stays. */
  void notSent(String sentence) {
    note.removeAll();
    note.add(Icon.of("xo", "s"), new Span(sentence));
    note.setVisible(true);
  }

  void focus() {
    reply.focus();
  }
}
