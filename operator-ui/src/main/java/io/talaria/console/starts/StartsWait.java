package io.talaria.console.starts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.NumberName;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.FullLimit;
import io.talaria.journal.reading.ReportedNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says over the list why conversations wait whose time has come, and until when; mostly nothing.
 */
class StartsWait extends Div {
  private final Waiting waiting;
  private final Background background;
  private final SignedIn me;
  private Now shown = new Now(Optional.empty(), List.of());

  private record Now(Optional<FullLimit> full, List<ReportedNumber> reported) {}

  StartsWait(Waiting waiting, Background background, LiveJournal journal, SignedIn me) {
    this.waiting = waiting;
    this.background = background;
    this.me = me;
    addClassName("starts-wait");
    setVisible(false);
    journal.keepReading(this, this::read);
  }

  private void read(UI ui) {
    // The page itself says it when the journal is away.
    background.run(
        ui, () -> new Now(waiting.full(me), waiting.reported(me)), this::show, failure -> {});
  }

  private void show(Now now) {
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    removeAll();
    now.reported().forEach(number -> add(bar(number)));
    now.full().ifPresent(full -> add(bar(full)));
    setVisible(getComponentCount() > 0);
  }

  private Div bar(ReportedNumber number) {
    Words words = Words.here();
    UI ui = UI.getCurrent();
    var goOn = new NativeButton(words.say("starts.wait.go"));
    goOn.addClickListener(
        click -> new GoOnDialog(waiting, background, me, number, () -> read(ui)).open());
    Div bar =
        bar(
            words.say(
                number.waiting() == 0 ? "starts.wait.reported.none" : "starts.wait.reported",
                "n",
                words.number(number.waiting()),
                "number",
                NumberName.of(number.id(), number.definition()),
                "t",
                Moments.here().at(number.until())));
    bar.add(goOn);
    return bar;
  }

  private static Div bar(FullLimit full) {
    Words words = Words.here();
    Instant next = full.next();
    String limit = words.number(full.people());
    String n = words.number(full.waiting());
    return bar(
        next == null
            ? words.say("starts.wait.full.soon", "limit", limit, "n", n)
            : words.say("starts.wait.full", "limit", limit, "n", n, "t", Moments.here().at(next)));
  }

  private static Div bar(String sentence) {
    var text = new Span(sentence);
    text.addClassName("grow");
    var bar = new Div(Icon.of("clock", ""), text);
    bar.addClassNames("banner", "closed");
    bar.getElement().setAttribute("role", "status");
    return bar;
  }
}
