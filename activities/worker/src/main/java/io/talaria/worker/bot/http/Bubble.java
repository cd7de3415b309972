package io.talaria.worker.bot.http;

import io.talaria.journal.definition.Limits;
import io.talaria.port.BotFault;
import io.talaria.port.Outbound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one bubble; what is over WhatsApp's limits is a fault, and never cut. */
final class Bubble {
  private static final int CHOICE_ID = 200;

  private Bubble() {}

  static Outbound of(BotAnswer.@Nullable Message message) throws Unfit {
    if (message == null) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    BotAnswer.Menu menu = message.list();
    List<BotAnswer.Choice> buttons = message.buttons();
    if (menu != null && buttons != null) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    if (menu != null) {
      return new Outbound.Choices(
          text(message.text(), Limits.BODY),
          text(menu.button(), Limits.BUTTON_TITLE),
          choices(menu.rows(), Limits.ROWS, Limits.ROW_TITLE));
    }
    return buttons == null
        ? new Outbound.Text(text(message.text(), Limits.BODY))
        : new Outbound.Buttons(
            text(message.text(), Limits.BUTTONS_BODY),
            choices(buttons, Limits.BUTTONS, Limits.BUTTON_TITLE));
  }

  /** The same bubble with words before its own; empty when both have no room in one. */
  static @Nullable Outbound behind(String words, Outbound bubble) {
    String body = words + "\n\n" + bubble.body();
    return switch (bubble) {
      case Outbound.Text text when body.length() <= Limits.BODY -> new Outbound.Text(body);
      case Outbound.Buttons buttons when body.length() <= Limits.BUTTONS_BODY ->
          new Outbound.Buttons(body, buttons.choices());
      case Outbound.Choices choices when body.length() <= Limits.BODY ->
          new Outbound.Choices(body, choices.button(), choices.choices());
      default -> null;
    };
  }

  private static List<Outbound.Choice> choices(
      @Nullable List<BotAnswer.Choice> told, int most, int longest) throws Unfit {
    if (told == null || told.isEmpty()) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    if (told.size() > most) {
      throw new Unfit(BotFault.OVER_LIMITS);
    }
    var choices = new ArrayList<Outbound.Choice>();
    var ids = new HashSet<String>();
    var titles = new HashSet<String>();
    for (BotAnswer.Choice choice : told) {
      if (choice == null) {
        throw new Unfit(BotFault.OFF_CONTRACT);
      }
      String id = text(choice.id(), CHOICE_ID);
      if (!ids.add(id)) {
        // WhatsApp refuses a message with the same id twice.
        throw new Unfit(BotFault.OFF_CONTRACT);
      }
      String title = text(choice.title(), longest);
      if (!titles.add(title.strip().toLowerCase(Locale.ROOT))) {
        // Nor does it take two buttons of one title; two such rows nobody can tell apart.
        throw new Unfit(BotFault.OFF_CONTRACT);
      }
      choices.add(new Outbound.Choice(id, title));
    }
    return List.copyOf(choices);
  }

  private static String text(@Nullable String text, int longest) throws Unfit {
    if (text == null || text.isBlank()) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    if (text.length() > longest) {
      throw new Unfit(BotFault.OVER_LIMITS);
    }
    return text;
  }
}
