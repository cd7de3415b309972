package io.talaria.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.NumberName;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.HeldNumber;
import io.talaria.journal.reading.HeldNumbers;
import io.talaria.journal.reading.HeldTemplate;
import io.talaria.journal.reading.ReportedNumber;
import io.talaria.journal.send.ErrorTable;
import java.util.List;
import java.util.Set;

/**
 * Says over every page which number WhatsApp lets send nothing, why, what to do, and how much
 * waits, which number people reported, and which template it paused: a line for each, none on a
 * good day.
 */
class HeldBars extends Div {
  /** WhatsApp's numbers for an access token that it doesn't accept. */
  private static final Set<Integer> KEY = Set.of(0, 190);

  private final HeldNumbers held;
  private final Background background;
  private final SignedIn me;
  private Now shown = new Now(List.of(), List.of(), List.of());

  private record Now(
      List<HeldNumber> numbers, List<ReportedNumber> reported, List<HeldTemplate> templates) {}

  HeldBars(HeldNumbers held, Background background, LiveJournal journal, SignedIn me) {
    this.held = held;
    this.background = background;
    this.me = me;
    addClassName("held-bars");
    setVisible(false);
    journal.keepReading(this, this::read);
  }

  private void read(UI ui) {
    // The page itself says it when the journal is away.
    background.run(ui, this::now, this::show, failure -> {});
  }

  private Now now() {
    return new Now(
        held.of(me.accountId()), held.reportedOf(me.accountId()), held.templatesOf(me.accountId()));
  }

  private void show(Now now) {
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    removeAll();
    now.numbers().forEach(number -> add(bar(number)));
    now.reported().forEach(number -> add(bar(number)));
    now.templates().forEach(template -> add(bar(template)));
    setVisible(getComponentCount() > 0);
  }

  private static Div bar(HeldNumber number) {
    Words words = Words.here();
    Integer code = number.code();
    String next = code != null && KEY.contains(code) ? "held.do.key" : "held.do";
    String tried = words.say("held.tried", "t", Moments.here().near(number.triedAt()));
    return bar(String.join(" ", what(number, words), words.say(next), waits(number, words), tried));
  }

  private static Div bar(ReportedNumber number) {
    return bar(
        Words.here()
            .say(
                "held.reported",
                "number",
                NumberName.of(number.id(), number.definition()),
                "t",
                Moments.here().near(number.since()),
                "until",
                Moments.here().at(number.until())));
  }

  private static Div bar(HeldTemplate template) {
    return bar(
        Words.here()
            .say(
                "held.template",
                "name",
                template.name(),
                "language",
                template.language(),
                "t",
                Moments.here().near(template.since()),
                "until",
                Moments.here().at(template.until())));
  }

  private static Div bar(String sentence) {
    var text = new Span(sentence);
    text.addClassName("grow");
    var bar = new Div(Icon.of("xo", ""), text);
    bar.addClassNames("banner", "lost");
    bar.getElement().setAttribute("role", "status");
    return bar;
  }

  private static String what(HeldNumber number, Words words) {
    String meaning = words.say("send.refused.account");
    String name = NumberName.of(number.id(), number.definition());
    String since = Moments.here().near(number.since());
    Integer code = number.code();
    return code == null
        ? words.say("held.plain", "number", name, "t", since, "reason", meaning)
        : words.say(
            "held",
            "number",
            name,
            "t",
            since,
            "reason",
            words.sayOr(ErrorTable.sentence(code), meaning),
            "code",
            code);
  }

  private static String waits(HeldNumber number, Words words) {
    return number.waiting() == 0
        ? words.say("held.waits.none")
        : words.say("held.waits", "n", words.number(number.waiting()));
  }
}
