package io.talaria.worker.bot;

import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.KnockOut;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Proposal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Choices of earlier questions that were tapped while another one is open: those answers change, as
 * if they had been given so at first.
 */
final class OldButtons {
  private final Scene scene;
  private final Ask open;
  private final Drafting drafting;

  OldButtons(Scene scene, Ask open, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.drafting = drafting;
  }

  /**
   * Out, where a changed answer rules the candidate out; the open question again, where nothing
   * else was sent after it; else what came after it is the answer to that.
   */
  Optional<Proposal> propose() {
    List<MessageReceived> messages = scene.turn().messages();
    Map<Ask, String> changed = changed(messages);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    var answers = new HashMap<String, String>();
    changed.forEach((ask, choice) -> answers.put(ask.id(), choice));
    Scene after = scene.knowing(answers);
    String rule =
        changed.keySet().stream().map(Ask::id).collect(Collectors.joining(", ")) + ": changed";
    Optional<KnockOut> out = KnockOuts.changed(scene, after, changed.keySet());
    if (out.isPresent()) {
      return Optional.of(new Reply(scene, drafting).out(out.get(), answers, rule));
    }
    return Optional.of(
        isOld(messages.getLast(), changed)
            ? new Reply(scene, drafting)
                .ask(
                    open,
                    Prompts.of(after, open).orElse(Prompt.plain(scene.say(open.text()))),
                    answers,
                    rule)
            : new Answering(after, open, drafting.learning(answers)).propose());
  }

  private static boolean isOld(MessageReceived message, Map<Ask, String> changed) {
    return changed.keySet().stream()
        .anyMatch(ask -> ChoiceReading.tapped(ask, message).isPresent());
  }

  /** Of several taps on one question's choices the last one counts. */
  private Map<Ask, String> changed(List<MessageReceived> messages) {
    var changed = new LinkedHashMap<Ask, String>();
    for (MessageReceived message : messages) {
      String choice = message.choiceId();
      if (choice != null) {
        // Of thousands of answers those alone whose choice it may be are looked up.
        scene.turn().answers().keySet().stream()
            .filter(question -> choice.startsWith(ChoiceIds.of(question, "")))
            .sorted()
            .flatMap(question -> scene.definition().question(question).stream())
            .filter(ask -> !ask.id().equals(open.id()))
            .forEach(
                ask ->
                    ChoiceReading.tapped(ask, message)
                        .ifPresent(option -> changed.put(ask, option)));
      }
    }
    return changed;
  }
}
