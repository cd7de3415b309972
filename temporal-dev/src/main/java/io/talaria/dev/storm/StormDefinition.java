package io.talaria.dev.storm;

import io.talaria.dev.DefinitionHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the bot says in storms: buttons, lists, numbers and free text as in life, but replies of
 * several bubbles, some of which wait until the one before has arrived, and so many of them that
 * who answers quickly uses up WhatsApp's pace for one recipient.
 *
 * <p>Texts are long where they must not share a bubble: the bot joins what fits. No holder's
 * silence gives a journey back by itself: at the shortest that takes a minute, and a storm is over
 * by then.
 */
final class StormDefinition {
  static final String NAME = "storm";

  /** What every question says, and nothing else. */
  static final String ASKS = "What about your ";

  private static final String ONE_MORE = "One more for now.";
  private static final String NO_TRICK = "There is no trick in them.";

  /** How bubbles begin that wait until the one before has arrived. */
  static final List<String> AFTER_ARRIVAL = List.of(ONE_MORE, NO_TRICK);

  /** Two of these don't fit into one bubble. */
  private static final int MORE_THAN_HALF_A_BUBBLE = 2100;

  /** This and a question don't fit into one bubble with buttons. */
  private static final int NO_ROOM_FOR_BUTTONS = 1020;

  /** With the twelve bubbles before, more than the 45 messages that may go at once. */
  private static final int CHAPTERS = 38;

  private final StringBuilder yaml =
      new StringBuilder(
          DefinitionHead.of(
              NAME, "Hi, I am an automated assistant." + padding(NO_ROOM_FOR_BUTTONS)));

  private StormDefinition() {
    stage("initial_contact");
    buttons("role");
    // Early, since most don't get far within a storm.
    say("Thank you.", 0);
    sayAfterArrival(ONE_MORE);
    number("experience");
    buttons("workplace");
    stage("technical_challenge");
    say("Now about how you work.", NO_ROOM_FOR_BUTTONS);
    sayAfterArrival(NO_TRICK);
    list("language");
    text("bug");
    say("Nearly there.", MORE_THAN_HALF_A_BUBBLE);
    say("It goes on.", MORE_THAN_HALF_A_BUBBLE);
    buttons("outage");
    stage("house_rules");
    for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
      say("Chapter " + chapter + ".", MORE_THAN_HALF_A_BUBBLE);
    }
    buttons("agreed");
    stage("final_review");
    list("start");
    text("salary");
    number("notice");
    buttons("satisfied");
    text("questions");
  }

  /** Writes it into this folder, from which the gateway and the workers publish it. */
  static void write(Path folder) {
    try {
      Files.writeString(
          Files.createDirectories(folder).resolve(NAME + ".yaml"), new StormDefinition().yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stage(String id) {
    yaml.append("  - id: %s\n    name: {en: '%s'}\n    steps:\n".formatted(id, id));
  }

  private void say(String text, int length) {
    yaml.append("      - say: {en: '%s'}\n".formatted(text + padding(length)));
  }

  private void sayAfterArrival(String text) {
    yaml.append("      - say: {en: '%s'}\n        wait_for: delivered\n".formatted(text));
  }

  private void text(String id) {
    ask(id, "text", "");
  }

  private void number(String id) {
    ask(id, "number", "        min: 0\n        max: 60\n");
  }

  private void buttons(String id) {
    ask(id, "choice", choices(3));
  }

  private void list(String id) {
    ask(id, "choice", "        button: {en: 'Choose'}\n" + choices(5));
  }

  private void ask(String id, String answer, String more) {
    yaml.append(
        """
              - ask: %s
                label: {en: '%s'}
                answer: %s
                text: {en: '%s%s?'}
        """
            .formatted(id, id, answer, ASKS, id));
    yaml.append(more);
  }

  private static String choices(int count) {
    var choices = new StringBuilder("        choices:\n");
    for (int i = 1; i <= count; i++) {
      choices.append("          - {id: choice_%d, title: {en: 'Choice %d'}}\n".formatted(i, i));
    }
    return choices.toString();
  }

  private static String padding(int length) {
    return " And so on.".repeat(length / " And so on.".length());
  }
}
