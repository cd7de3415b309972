package io.talaria.console.starts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.definition.JourneyTexts.Opening;
import io.talaria.console.price.QuoteWords;
import io.talaria.console.starts.Planning.Preview;
import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.console.words.Words;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What will be sent first, when by both clocks, and what it costs. */
class StartPreview extends Div {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();

  StartPreview() {
    addClassName("start-preview");
    getElement().setAttribute("aria-live", "polite");
  }

  /**
   * @param zone where the candidate's clock is read; null while nobody knows
   */
  void show(Preview preview, Instant at, @Nullable String zone) {
    removeAll();
    Opening opening = preview.opening();
    if (opening == null) {
      var none = new Div(words.say("starts.refused.NO_TEMPLATE"));
      none.addClassNames("t-failed", "sm");
      add(none);
      return;
    }
    var as =
        new Div(
            words.say(
                "starts.first",
                "name",
                opening.name(),
                "language",
                Locale.forLanguageTag(opening.language()).getDisplayLanguage(words.locale())));
    as.addClassNames("micro", "quiet");
    var text = new Span(opening.text());
    text.addClassName("words");
    text.getElement().setAttribute("lang", opening.language());
    var bubble = new Div(text);
    bubble.addClassName("bub");
    var message = new Div(bubble);
    message.addClassNames("msg", "out", "bot");
    var drawn = new Div(as, message);
    drawn.addClassName("preview");
    add(drawn, facts(preview, at, zone));
  }

  private Div facts(Preview preview, Instant at, @Nullable String zone) {
    var facts = new Div();
    facts.addClassName("facts");
    var team = preview.team() == null ? moments.zone() : preview.team();
    new TwoClocks(words, team).say(at, zone).forEach(time -> facts.add(new Span(time)));
    var price = new Span(QuoteWords.ifDelivered(words, preview.quote(), preview.currency()));
    price.addClassName("semi");
    facts.add(price);
    if (preview.team() != null) {
      facts.add(new Span(words.say("starts.quiet")));
    }
    return facts;
  }
}
