package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.KnockOut;
import io.talaria.journey.Ending;
import io.talaria.port.Appointment;
import io.talaria.port.Kept;
import io.talaria.port.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply in the making: where it leads, and what is said on the way. */
final class Reply {
  private final Scene scene;
  private final Drafting drafting;
  private final Bubbles bubbles;

  Reply(Scene scene, Drafting drafting) {
    this(scene, drafting, new Bubbles(scene.language()));
  }

  Reply(Scene scene, Drafting drafting, Bubbles bubbles) {
    this.scene = scene;
    this.drafting = drafting;
    this.bubbles = bubbles;
  }

  /** Says this first. */
  Reply say(Localized text) {
    bubbles.say(text);
    return this;
  }

  /** Says this first, filled in already. */
  Reply say(String text) {
    bubbles.say(text);
    return this;
  }

  /** The answers to this question are known: on to the next one, or out. */
  Proposal goOn(Ask answered, Map<String, String> answers, String rule) {
    Scene after = scene.knowing(answers);
    Optional<KnockOut> out = KnockOuts.of(after, answered);
    if (out.isPresent()) {
      return out(out.get(), answers, rule);
    }
    return follow(after, Walk.from(after, scene.turn().stage(), answered.id()), answers, rule);
  }

  /** These answers rule the candidate out. */
  Proposal out(KnockOut knockOut, Map<String, String> answers, String rule) {
    return drafting
        .bubbles(bubbles.say(knockOut.text()), scene.language(), rule + ": " + knockOut.reason())
        .at(scene.turn().stage(), null)
        .answers(answers)
        .rejecting(knockOut.reason())
        .done();
  }

  /** From the start of the stage on. */
  Proposal begin(String rule) {
    return follow(scene, Walk.from(scene, scene.turn().stage(), null), Map.of(), rule);
  }

  /** The stage's first question that has no answer yet, or what comes after the stage. */
  Proposal next(String rule) {
    return follow(scene, Walk.unanswered(scene, scene.turn().stage()), Map.of(), rule);
  }

  private Proposal follow(Scene after, Walk walk, Map<String, String> answers, String rule) {
    walk.said().forEach(bubbles::say);
    var all = new HashMap<>(answers);
    all.putAll(walk.passed());
    Ask next = walk.ask();
    Prompt prompt = walk.prompt();
    if (next == null || prompt == null) {
      return drafting
          .bubbles(bubbles.say(scene.definition().texts().farewell()), scene.language(), rule)
          .at(walk.stage(), null)
          .answers(all)
          .ending(Ending.COMPLETED)
          .done();
    }
    bubbles.ask(prompt, next);
    return asking(after, next, prompt, all, rule).at(walk.stage(), next.id()).done();
  }

  /** Asks this, in the stage where the turn is, with whatever has been understood. */
  Proposal ask(Ask ask, Prompt prompt, Map<String, String> answers, String rule) {
    bubbles.ask(prompt, ask);
    return asking(scene.knowing(answers), ask, prompt, answers, rule)
        .at(scene.turn().stage(), ask.id())
        .done();
  }

  /**
   * The open question once more; without one, after a wait that is over, or an interview that was
   * given up, what is next.
   */
  Proposal again(String rule) {
    Ask open = scene.open();
    if (open == null) {
      return begin(rule);
    }
    if (open.answer() instanceof Answer.Time && scene.answer(open.id()).isPresent()) {
      return goOn(open, Map.of(), rule);
    }
    if (open.answer() instanceof Answer.Interview && Interviews.isCancelled(scene, open)) {
      return goOn(open, Map.of(), rule);
    }
    Optional<Prompt> prompt = Prompts.of(scene, open);
    return prompt.isPresent()
        ? ask(open, prompt.get(), Map.of(), rule)
        : goOn(open, Map.of(open.id(), Prompts.NONE), rule);
  }

  private Drafting asking(
      Scene after, Ask ask, Prompt prompt, Map<String, String> answers, String rule) {
    drafting.bubbles(bubbles, scene.language(), rule).answers(answers);
    if (ask.answer() instanceof Answer.Person person) {
      drafting.needingHuman(person.reason());
    }
    if (ask.answer() instanceof Answer.Interview && prompt.choices().isEmpty()) {
      drafting.needingHuman(Interviews.FULL);
    }
    if (!prompt.listings().isEmpty()) {
      drafting.keeping(new Kept.Offered(ask.id(), prompt.listings()));
    }
    List<Appointment> agenda = agenda(after, ask);
    if (agenda != null && !agenda.equals(scene.agenda())) {
      drafting.agenda(agenda);
    }
    return drafting;
  }

  /** What stands while this question is open; null leaves what stands. */
  private static @Nullable List<Appointment> agenda(Scene after, Ask ask) {
    return switch (ask.answer()) {
      case Answer.Time time -> List.of(new Appointment(ask.id(), Waits.ends(after, ask, time)));
      case Answer.Interview interview ->
          Interviews.chosen(after, ask)
              .map(at -> Interviews.agenda(after, ask, interview, at))
              .orElse(List.of());
      default -> ask.id().equals(after.turn().step()) ? null : List.of();
    };
  }
}
