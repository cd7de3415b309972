package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with a candidate in the language in which they write: from their first words on, where
 * those are clear, and after two clear messages in a row in another language than before. A word
 * that names a language always wins, and is left to the bot.
 */
final class SpokenLanguage {
  private SpokenLanguage() {}

  /** A bot's proposal for this turn, in the language that is heard. */
  interface Bot {
    Proposal propose(Turn turn);
  }

  /** What the bot proposes; where the language changes, it says so and how to change it back. */
  static Proposal answer(Published published, Turn turn, Lookups lookups, Bot bot) {
    Definition definition = published.definition();
    Optional<String> heard =
        heard(definition, turn, lookups).filter(h -> !h.equals(turn.language()));
    if (heard.isEmpty()) {
      return bot.propose(turn);
    }
    String language = heard.get();
    Proposal proposal = bot.propose(turn.in(language));
    return turn.disclosed() ? announced(definition, proposal, language) : proposal;
  }

  private static Optional<String> heard(Definition definition, Turn turn, Lookups lookups) {
    List<MessageReceived> texts =
        turn.messages().stream().filter(message -> message.kind() == Kind.TEXT).toList();
    if (turn.reason() != Reason.MESSAGES || texts.isEmpty() || named(definition, turn)) {
      return Optional.empty();
    }
    List<String> languages = definition.plan().languages();
    if (!turn.disclosed()) {
      return LanguageHearing.of(
          String.join("\n", texts.stream().map(MessageReceived::text).toList()), languages);
    }
    Optional<String> last = LanguageHearing.of(texts.getLast().text(), languages);
    if (last.isEmpty() || last.get().equals(turn.language())) {
      return Optional.empty();
    }
    return before(turn, texts, lookups)
        .flatMap(text -> LanguageHearing.of(text, languages))
        .filter(last.get()::equals);
  }

  /** The text before the newest one; it never changes any more, so neither does the proposal. */
  private static Optional<String> before(Turn turn, List<MessageReceived> texts, Lookups lookups) {
    return texts.size() > 1
        ? Optional.of(texts.get(texts.size() - 2).text())
        : lookups.earlierText(turn, texts.getFirst().seq());
  }

  private static boolean named(Definition definition, Turn turn) {
    Ask open =
        turn.step() == null || !turn.disclosed()
            ? null
            : definition.question(turn.step()).orElse(null);
    return LanguageWish.of(definition, turn.messages(), open, turn.language()).isPresent();
  }

  private static Proposal announced(Definition definition, Proposal proposal, String language) {
    String change = definition.texts().languageChanged().in(language);
    List<Outbound> said = proposal.messages();
    Outbound joined = said.isEmpty() ? null : before(change, said.getFirst());
    var messages = new ArrayList<Outbound>();
    messages.add(joined == null ? new Outbound.Text(change) : joined);
    messages.addAll(joined == null ? said : said.subList(1, said.size()));
    UnaryOperator<Integer> place = position -> joined == null ? position + 1 : position;
    List<Integer> waiting = proposal.afterArrival();
    return proposal.saying(
        List.copyOf(messages),
        waiting == null ? null : waiting.stream().map(place).toList(),
        " · heard " + language);
  }

  /** Null where both together are more than WhatsApp takes, or nothing may stand before it. */
  private static @Nullable Outbound before(String change, Outbound first) {
    String body = change + "\n\n" + first.body();
    return switch (first) {
      case Outbound.Text ignored when body.length() <= Limits.BODY -> new Outbound.Text(body);
      case Outbound.Buttons buttons when body.length() <= Limits.BUTTONS_BODY ->
          new Outbound.Buttons(body, buttons.choices());
      case Outbound.Choices choices when body.length() <= Limits.BODY ->
          new Outbound.Choices(body, choices.button(), choices.choices());
      default -> null;
    };
  }
}
