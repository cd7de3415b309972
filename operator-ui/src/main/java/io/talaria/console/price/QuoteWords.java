package io.talaria.console.price;

import io.talaria.console.words.Words;
import io.talaria.journal.price.Quote;
import java.util.Currency;

/** What a message will cost, as a sentence. What nobody knows is never called free. */
public final class QuoteWords {
  private QuoteWords() {}

  public static String say(Words words, Quote quote, Currency currency) {
    return switch (quote) {
      case Quote.Free ignored -> words.say("price.free");
      case Quote.Unknown ignored -> words.say("price.unknown");
      case Quote.Priced priced ->
          words.say(
              priced.atMost() ? "price.upTo" : "price.known",
              "price",
              words.money(priced.price(), currency));
    };
  }

  /** The same of a message that is charged when it arrives. */
  public static String ifDelivered(Words words, Quote quote, Currency currency) {
    String price = say(words, quote, currency);
    return quote instanceof Quote.Unknown ? price : words.say("price.delivered", "price", price);
  }
}
