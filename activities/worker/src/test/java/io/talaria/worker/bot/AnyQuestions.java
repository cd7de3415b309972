package io.talaria.worker.bot;

import io.talaria.worker.bot.AnyDefinition.Kind;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Single questions of a definition that nobody has thought of. */
final class AnyQuestions {
  private static final int BODY = 4096;
  private static final int BUTTONS = 1024;
  private static final List<String> BOUNDS = List.of("", "0 60", "5 5", "-10 3", "0 999999999");

  private final AnyTexts texts;
  private final List<String> lines;
  private final IntFunction<String> option;

  /**
   * @param lines to which they are written
   * @param option ids of choices
   */
  AnyQuestions(AnyTexts texts, List<String> lines, IntFunction<String> option) {
    this.texts = texts;
    this.lines = lines;
    this.option = option;
  }

  static boolean isAsk(Kind kind) {
    return switch (kind) {
      case TEXT, NUMBER, BUTTONS, LIST, DATE, EMAIL, PHONE, DOCUMENT -> true;
      default -> false;
    };
  }

  /**
   * One of this kind, with what only its kind has.
   *
   * @param earlier ids of the questions before it
   * @param days those among them that ask for a day
   */
  void question(
      String indent, Kind kind, String id, Dice dice, List<String> earlier, List<String> days) {
    String in = indent + "  ";
    lines.add("%s- %s: %s".formatted(indent, isAsk(kind) ? "ask" : word(kind), id));
    lines.add(in + "label: " + texts.of("Label"));
    lines.add(in + "text: " + text(kind, dice));
    switch (kind) {
      case TEXT -> {
        lines.add(in + "answer: text");
        if (dice.once(3)) {
          lines.add(in + "enough: 3");
          lines.add(in + "push_back: " + texts.of("Tell me more."));
        }
      }
      case NUMBER -> number(in, dice);
      case BUTTONS -> choices(in, 2 + dice.of(2), 20);
      case LIST -> {
        choices(in, 4 + dice.of(7), 24);
        lines.add(in + "button: " + texts.full("Open", "", 20));
      }
      case DATE -> {
        lines.add(in + "answer: date");
        lines.add(in + "day: " + List.of("any", "past", "future").get(dice.of(3)));
      }
      case EMAIL, PHONE, DOCUMENT -> lines.add(in + "answer: " + word(kind));
      case RATE -> lines.add(in + "button: " + texts.of("Stars"));
      case FORM -> form(in, id, dice);
      case PHOTO -> photo(in, dice);
      case MATCH -> match(in, dice, earlier);
      case WAIT -> {
        boolean day = !days.isEmpty() && dice.once(2);
        lines.add(in + (day ? "until: " + days.getLast() : "for: " + pause(dice)));
      }
      case INTERVIEW -> interview(in, dice);
      case HUMAN, SAY, BRANCH -> {}
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String pause(Dice dice) {
    return List.of("3d", "30m", "20d", "2s").get(dice.of(4));
  }

  /** Some as long as the reader takes them, with whatever may stand in braces. */
  private String text(Kind kind, Dice dice) {
    if (!dice.once(6)) {
      return texts.of(braces(kind) + "?");
    }
    int limit =
        switch (kind) {
          case BUTTONS, PHOTO -> BUTTONS;
          case FORM, WAIT -> BODY - 300;
          default -> BODY;
        };
    return texts.full("Asked", braces(kind), limit);
  }

  private static String braces(Kind kind) {
    return switch (kind) {
      case FORM -> " {link}";
      case PHOTO -> " {sent} of {min} to {max}";
      case WAIT -> " {time}";
      default -> " well";
    };
  }

  private void number(String in, Dice dice) {
    lines.add(in + "answer: number");
    String bounds = BOUNDS.get(dice.of(BOUNDS.size()));
    if (!bounds.isEmpty()) {
      lines.add(in + "min: " + bounds.split(" ")[0]);
      lines.add(in + "max: " + bounds.split(" ")[1]);
    }
  }

  private void choices(String in, int many, int title) {
    lines.add(in + "answer: choice");
    String all =
        IntStream.range(0, many)
            .mapToObj(
                n ->
                    "{id: %s, title: %s}"
                        .formatted(option.apply(n), texts.full("T" + n, "", title)))
            .collect(Collectors.joining(", ", "[", "]"));
    lines.add(in + "choices: " + all);
  }

  private void form(String in, String id, Dice dice) {
    lines.add(in + "url: \"https://forms.example/f?c={token}\"");
    lines.add(in + "valid: " + List.of("14d", "1h").get(dice.of(2)));
    String field = "{id: f%s, label: %s}".formatted(id.substring(1), texts.of("Field"));
    lines.add(in + "fields: [" + (dice.once(4) ? "" : field) + "]");
  }

  private void photo(String in, Dice dice) {
    int min = 1 + dice.of(3);
    lines.add(in + "min: " + min);
    lines.add(in + "max: " + (min + dice.of(3)));
    lines.add(in + "affirmations: [%s, %s]".formatted(texts.of("Fine."), texts.of("Nice.")));
    lines.add(in + "done: " + texts.of("That is all"));
  }

  private void match(String in, Dice dice, List<String> earlier) {
    lines.add(in + "button: " + texts.of("See"));
    lines.add(in + "none: " + texts.of("Nothing fits."));
    lines.add(
        in + "wish: {words: %s}".formatted(AnySteps.list(earlier.stream().limit(10).toList())));
    lines.add(in + "most: " + (1 + dice.of(9)));
  }

  private void interview(String in, Dice dice) {
    String days = List.of("[monday, wednesday, friday]", "[sunday]").get(dice.of(2));
    String hours = List.of("[\"10:00\", \"15:00\"]", "[\"03:00\"]").get(dice.of(2));
    String notice = List.of("12h", "2h", "200d").get(dice.of(3));
    lines.add(in + "button: " + texts.of("See times"));
    lines.add(
        in
            + "slots: {weekdays: %s, times: %s, days: 14, notice: %s, length: 1h}"
                .formatted(days, hours, notice));
    lines.add(in + "confirmed: " + about(dice, "We talk on"));
    lines.add(in + "reminder: " + about(dice, "Remember"));
    lines.add(in + "another: " + texts.of("Another time"));
    lines.add(in + "happened: " + texts.of("Did we talk?"));
    lines.add(in + "yes: " + texts.of("Yes"));
    lines.add(in + "no: " + texts.of("No"));
    String carried = texts.of("We talk on {time}.");
    lines.add(in + "template: {name: reminder, text: %s}".formatted(carried));
    if (dice.once(2)) {
      lines.add(in + "gone: " + texts.of("It is gone."));
    }
    if (dice.once(2)) {
      lines.add(in + "full: " + texts.of("No time is free."));
    }
    if (dice.once(2)) {
      lines.add(in + "free: " + texts.of("These are free."));
    }
    if (dice.once(2)) {
      lines.add(in + "change:");
      lines.add(in + "  text: " + about(dice, "What of"));
      lines.add(in + "  cancel: " + texts.of("Cancel it"));
      lines.add(in + "  keep: " + texts.of("Keep it"));
      lines.add(in + "  cancelled: " + texts.of("It is cancelled."));
    }
  }

  private String about(Dice dice, String words) {
    return dice.once(6)
        ? texts.full(words, " {time}.", BUTTONS - 100)
        : texts.of(words + " {time}.");
  }
}
