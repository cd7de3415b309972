package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.inbox.Composer.State;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Names;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Holder;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.Scheduled;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The middle pane: who it is and who has it, the transcript, the composer. */
class ConversationPane extends Section {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final SignedIn me;
  private final Listener listener;
  private final Header bar = new Header();
  private final ProposedReply proposed;
  private final Transcript transcript;
  private final Composer composer;
  private final ToldBand told;
  private final ScheduledList waiting;
  private boolean asking;
  private @Nullable Opened opened;

  /** What a reader does here. */
  interface Listener {
    void takeOver();

    void handBack();

    void handOver();

    void acknowledge();

    void send(Outbound content);

    void schedule(Outbound content);

    void keep();

    void change(Scheduled scheduled);

    void cancel(Scheduled scheduled);

    void settle(Sent sent, Choice choice);

    void decide(Waiting proposal, ReviewDecision.Choice choice, List<String> texts);

    void why(Sent sent);

    void explain(UUID takeover, String reason);

    void earlier();

    void cardToggled();

    void back();
  }

  ConversationPane(SignedIn me, Listener listener) {
    this.me = me;
    this.listener = listener;
    this.proposed = new ProposedReply(listener::decide);
    this.transcript = new Transcript(listener::earlier, proposed);
    this.composer = new Composer(listener::send, listener::schedule);
    this.told = new ToldBand(me.id(), listener::acknowledge);
    this.waiting = new ScheduledList(me.id(), listener::keep, listener::change, listener::cancel);
    addClassNames("pane", "conv");
    getElement().setAttribute("aria-label", words.say("conversation"));
    bar.addClassName("bar");
  }

  ProposedReply proposed() {
    return proposed;
  }

  Composer composer() {
    return composer;
  }

  /** Draws what is open now. */
  void show(Opened now) {
    Head head = now.head();
    opened = now;
    if (bar.getParent().isEmpty()) {
      removeAll();
      add(bar, told, transcript, waiting, composer);
    }
    setClassName("held", mine(head));
    drawBar(head, now);
    String first = Names.first(head.name(), head.candidateId(), words);
    var bubbles =
        new Bubbles(
            first, me.id(), moments, now.texts(), now.prices(), listener::settle, listener::why);
    transcript.show(
        now.conversation(),
        new EntryDrawing(
            moments,
            bubbles,
            new EventLines(now.texts(), moments),
            new HoldReceipts(head, me, moments, listener::explain)));
    proposed.show(
        now.conversation().review(), head.open() && (head.holder() == null || mine(head)));
    told.show(now.card().told(), head.open());
    waiting.show(now.conversation());
    Window window = Window.of(head.windowUntil(), Instant.now());
    composer.show(
        new State(
            "talaria.draft." + me.id() + "." + head.candidateId(),
            reason(head, first),
            head.open() && head.holder() == null && !head.watched(),
            window,
            now.texts().template(head.language(), head.name()).orElse(null),
            first,
            price(now, window)));
  }

  private String price(Opened now, Window window) {
    return window.closed()
        ? now.prices().ofTemplate(words, now.texts().templateCategory().orElse(null), Instant.now())
        : now.prices().ofReply(words, Instant.now());
  }

  /** Nothing is open: what to do instead. */
  void instead(com.vaadin.flow.component.Component component) {
    opened = null;
    removeAll();
    setClassName("held", false);
    add(component);
  }

  /** While the journey is being asked to stop the bot or to take it back. */
  void asking(boolean now) {
    asking = now;
    told.asking(now);
    if (opened != null) {
      drawBar(opened.head(), opened);
    }
  }

  private void drawBar(Head head, Opened now) {
    bar.removeAll();
    var back = icon("cl", "back", "back-btn", listener::back);
    var name = new H2(Names.of(head.name(), head.candidateId(), words));
    name.addClassNames("title", "ell");
    var first = new Div(name, new HolderBadge(me.id(), moments).of(head));
    first.addClassName("l1");
    var stage =
        new Span(
            now.texts().stage(head.stage(), words.locale())
                + " · "
                + head.definition()
                + " v"
                + head.plan());
    stage.addClassName("ell");
    var second = new Div(stage);
    second.addClassName("l2");
    var who = new Div(first, second);
    who.addClassName("who");
    bar.add(back, who);
    if (head.open()) {
      if (mayGive(head)) {
        bar.add(icon("assign", "handover", "give-btn", listener::handOver));
      }
      if (head.holder() != null || !head.watched()) {
        bar.add(action(head));
      }
    }
    bar.add(icon("human", "card", "card-btn", listener::cardToggled));
  }

  private Button action(Head head) {
    Holder holder = head.holder();
    Button button;
    if (asking) {
      button = new Button(words.say(mine(head) ? "handback.going" : "takeover.going"));
      button.setEnabled(false);
    } else if (mine(head)) {
      button = new Button(words.say("handback"), click -> listener.handBack());
      button.getElement().appendChild(Icon.key("h").getElement());
      button.setEnabled(!requested(head));
    } else {
      String text =
          holder == null
              ? words.say("takeover")
              : words.say("takeover.from", "name", holder.name().split(" ", 2)[0]);
      button = new Button(text, click -> listener.takeOver());
      button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      button.getElement().appendChild(Icon.key("t").getElement());
      button.setVisible(holder == null || me.lead());
    }
    button.addClassName("main-action");
    return button;
  }

  /** Why nothing can be written, or null when something can. */
  private @Nullable String reason(Head head, String first) {
    Holder holder = head.holder();
    if (!head.open()) {
      return words.say(
          "composer.ended",
          "how",
          words.say("status." + head.status()),
          "t",
          head.endedAt() == null ? "" : moments.at(head.endedAt()));
    }
    if (holder == null) {
      return head.watched()
          ? words.say("composer.watched." + head.phase(), "name", first)
          : words.say("composer.bot");
    }
    if (!mine(head)) {
      return words.say(
          me.lead() ? "composer.other.lead" : "composer.other",
          "name",
          holder.name(),
          "t",
          moments.near(holder.since()));
    }
    return requested(head)
        ? words.say("takeover.pending", "t", moments.second(holder.since()))
        : null;
  }

  /** The holder gives it to a colleague; a lead anybody's. */
  boolean mayGive(Head head) {
    return head.open() && head.holder() != null && !requested(head) && (mine(head) || me.lead());
  }

  boolean mine(Head head) {
    return head.holder() != null && head.holder().operatorId().equals(me.id());
  }

  /** Whether the brake is raised and the journey has not answered yet. */
  static boolean requested(Head head) {
    return head.takeover() != null && head.takeover().requested();
  }

  private Button icon(String symbol, String key, String css, Runnable act) {
    var button = new Button(Icon.of(symbol, ""), click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.addClassName(css);
    button.setAriaLabel(words.say(key));
    return button;
  }
}
