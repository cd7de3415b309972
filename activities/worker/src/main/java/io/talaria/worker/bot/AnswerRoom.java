package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a journey's answers small. They travel with it, and what it carries must fit into one
 * payload of Temporal's, 2 MB: a journey whose state doesn't can go on in no new run, and stops for
 * ever without anybody being told. Nothing is lost: whole words stand in the conversation.
 */
final class AnswerRoom {
  /** So much is kept of all answers together as it was given, in UTF-16 units. */
  static final int ALL = 150_000;

  /** Of what comes when that is full, the beginning is kept. */
  static final int BEGINNING = 100;

  private AnswerRoom() {}

  /** The proposal with the beginning of its answers in words where there is no room for more. */
  static Proposal fitted(Definition definition, Turn turn, Proposal proposal) {
    if (length(turn.answers()) + length(proposal.answers()) <= ALL) {
      return proposal;
    }
    var fitted = new HashMap<>(proposal.answers());
    fitted.replaceAll((id, answer) -> inWords(definition, id) ? beginning(answer) : answer);
    return proposal.answering(Map.copyOf(fitted));
  }

  private static int length(Map<String, String> answers) {
    return answers.values().stream().mapToInt(String::length).sum();
  }

  /** Ids, days and numbers are short, and worth nothing when they are cut. */
  private static boolean inWords(Definition definition, String id) {
    return definition
        .question(id)
        .map(Ask::answer)
        .map(Answer.FreeText.class::isInstance)
        .orElse(true);
  }

  /** Never ends between the halves of one sign. */
  private static String beginning(String answer) {
    if (answer.length() <= BEGINNING) {
      return answer;
    }
    int end = Character.isHighSurrogate(answer.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
    return answer.substring(0, end) + "…";
  }
}
