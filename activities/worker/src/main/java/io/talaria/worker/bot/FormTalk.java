package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.KnockOut;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What the candidate filled in, while a question is open; empty when they sent no form. */
final class FormTalk {
  private final Scene scene;
  private final Ask open;
  private final Drafting drafting;

  FormTalk(Scene scene, Ask open, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.drafting = drafting;
  }

  /**
   * A form counts whenever it comes, unless its link had expired, and so do its knock-outs; the
   * open question goes on only by its own.
   */
  Optional<Proposal> propose() {
    List<MessageReceived> messages = scene.turn().messages();
    var answers = new HashMap<String, String>();
    var received = new ArrayList<Ask>();
    for (MessageReceived message : messages) {
      FormAnswers filled = message.form();
      Optional<Ask> step =
          filled == null || !filled.counts()
              ? Optional.empty()
              : scene.definition().question(filled.formId());
      if (filled != null && step.isPresent() && step.get().answer() instanceof Answer.Form form) {
        form.fields().stream()
            .filter(field -> filled.fields().containsKey(field.id()))
            .forEach(field -> answers.put(field.id(), filled.fields().get(field.id())));
        answers.put(step.get().id(), "received");
        received.add(step.get());
      }
    }
    if (answers.isEmpty()) {
      return messages.stream().anyMatch(FormTalk::tooLate)
              || messages.stream().allMatch(message -> message.kind() == Kind.FORM)
          ? Optional.of(unexpected())
          : Optional.empty();
    }
    boolean own = received.stream().anyMatch(step -> step.id().equals(open.id()));
    String rule = own ? open.id() + ": form" : "form";
    Scene after = scene.knowing(answers);
    Optional<KnockOut> out = KnockOuts.changed(scene, after, received);
    if (out.isPresent()) {
      return Optional.of(reply().out(out.get(), answers, rule));
    }
    if (own) {
      return Optional.of(reply().goOn(open, answers, rule));
    }
    return Optional.of(
        reply()
            .ask(
                open,
                Prompts.of(after, open).orElse(Prompt.plain(scene.say(open.text()))),
                answers,
                rule));
  }

  private static boolean tooLate(MessageReceived message) {
    return message.form() != null && !message.form().counts();
  }

  /** A form that came too late, or that nothing asked for: a person looks at it. */
  private Proposal unexpected() {
    return drafting.silent("form: for a person").needingHuman("form_outdated").done();
  }

  private Reply reply() {
    return new Reply(scene, drafting);
  }
}
