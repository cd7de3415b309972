package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At the end of the transcript: what the bot would say, as bubbles that haven't left, and what a
 * recruiter may do with them. What somebody is editing stays as it is until the proposal changes.
 */
class ProposedReply extends Div {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final Decider decider;
  private final Div problem = new Div();
  private @Nullable Waiting shown;
  private boolean mayDecide;
  private @Nullable ProposalEditor editor;
  private boolean busy;

  /** What is decided leaves through here; a rejection asks for its reason first. */
  interface Decider {
    void decide(Waiting waiting, Choice choice, List<String> texts);
  }

  ProposedReply(Decider decider) {
    this.decider = decider;
    addClassNames("msg", "out", "bot", "proposed");
    getElement().setAttribute("role", "group").setAttribute("aria-label", words.say("review"));
    problem.addClassName("t-failed");
    problem.getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  /**
   * Shows the proposal.
   *
   * @param waiting null when none waits
   * @param may whether the reader may decide; not while a colleague has the conversation
   */
  void show(@Nullable Waiting waiting, boolean may) {
    boolean same = waiting == null ? shown == null : waiting.equals(shown) && may == mayDecide;
    if (same) {
      return;
    }
    boolean lostEdit = editor != null && waiting != null;
    shown = waiting;
    mayDecide = may;
    editor = null;
    busy = false;
    problem.setText(lostEdit ? words.say("review.changed") : "");
    draw();
  }

  void approve() {
    Waiting waiting = shown;
    if (waiting != null && mayDecide && !busy && editor == null) {
      decide(waiting, Choice.APPROVE, bodies(waiting));
    }
  }

  void edit() {
    if (shown != null && mayDecide && !busy && editor == null) {
      problem.setText("");
      editor = new ProposalEditor(shown.proposal().messages(), this::edited, this::asItWas);
      draw();
      editor.focus();
    }
  }

  void reject() {
    Waiting waiting = shown;
    if (waiting != null && mayDecide && !busy) {
      decider.decide(waiting, Choice.REJECT, List.of());
    }
  }

  /** While the journey is asked nothing else can be asked of it. */
  void busy(boolean now) {
    busy = now;
    draw();
  }

  /**
   * It was not done: says why, and what was written is still there.
   *
   * @return false when something else is shown by now; nothing is changed then
   */
  boolean notDone(Waiting waiting, String sentence) {
    if (!waiting.equals(shown)) {
      return false;
    }
    busy = false;
    problem.setText(sentence);
    draw();
    return true;
  }

  private void edited(List<String> texts) {
    Waiting waiting = shown;
    if (waiting != null && !busy) {
      boolean changed = !texts.equals(bodies(waiting));
      decide(waiting, changed ? Choice.EDIT : Choice.APPROVE, texts);
    }
  }

  private void decide(Waiting waiting, Choice choice, List<String> texts) {
    problem.setText("");
    busy(true);
    decider.decide(waiting, choice, texts);
  }

  private void asItWas() {
    editor = null;
    draw();
  }

  private void draw() {
    removeAll();
    Waiting waiting = shown;
    setVisible(waiting != null);
    if (waiting == null) {
      return;
    }
    add(head(waiting));
    if (editor != null) {
      editor.busy(busy);
      add(editor);
    } else {
      waiting.proposal().messages().forEach(one -> add(bubble(one)));
      add(under(waiting));
      if (mayDecide) {
        add(actions());
      }
    }
    if (!problem.getText().isEmpty()) {
      add(problem);
    }
  }

  private Component head(Waiting waiting) {
    var title = new Span(Icon.of("eye", "s"), new Span(words.say("review.waits")));
    title.addClassName("semi");
    var head = new Div(title, new Span(why(waiting)));
    head.addClassName("proposed-head");
    if (waiting.version() > 1) {
      head.add(new Span(words.say("review.version", "n", waiting.version())));
    }
    return head;
  }

  private String why(Waiting waiting) {
    Decision decision = waiting.proposal().decision();
    Double below = waiting.below();
    return below == null
        ? words.say("review.marked")
        : words.say(
            "review.unsure", "c", words.score(decision.confidence()), "b", words.score(below));
  }

  private static Component bubble(Outbound one) {
    var text = new Span(one.body());
    text.addClassName("words");
    var bubble = new Div(text);
    bubble.addClassName("bub");
    List<Outbound.Choice> offered = choices(one);
    if (offered.isEmpty()) {
      return bubble;
    }
    var options = new Span();
    options.addClassName("options");
    offered.forEach(choice -> options.add(new Span(choice.title())));
    var both = new Div(bubble, options);
    both.addClassName("proposed-one");
    return both;
  }

  private static List<Outbound.Choice> choices(Outbound one) {
    return switch (one) {
      case Outbound.Buttons buttons -> buttons.choices();
      case Outbound.Choices list -> list.choices();
      case Outbound.Text ignored -> List.of();
      case Outbound.Template ignored -> List.of();
    };
  }

  private Component under(Waiting waiting) {
    String then = words.say("review.then." + waiting.then().name());
    var until =
        new Span(words.say("review.until", "t", moments.near(waiting.until()), "then", then));
    until.setTitle(moments.exact(waiting.until()));
    var rule = new Span(waiting.proposal().decision().rule());
    rule.addClassName("ell");
    var under = new Div(until, rule);
    under.addClassNames("under", "proposed-under");
    return under;
  }

  private Component actions() {
    var approve = button("review.approve", "y", this::approve);
    approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var row =
        new Div(
            approve,
            button("review.edit", "e", this::edit),
            button("review.reject", "n", this::reject));
    row.addClassName("proposed-acts");
    return row;
  }

  private Button button(String key, String cap, Runnable act) {
    var button = new Button(words.say(key), click -> act.run());
    button.getElement().appendChild(Icon.key(cap).getElement());
    button.setEnabled(!busy);
    return button;
  }

  private static List<String> bodies(Waiting waiting) {
    return waiting.proposal().messages().stream().map(Outbound::body).toList();
  }
}
