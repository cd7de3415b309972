package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Kept;
import io.talaria.port.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the candidate sent, while a question is open. */
final class Answering {
  /** After so many answers in a row that it didn't understand, the bot calls a person. */
  static final int PATIENCE = 2;

  /** Longer texts talk about something; who doesn't know says so in a few words. */
  private static final int SHORT = 8;

  private final Scene scene;
  private final Ask open;
  private final Definition.Texts texts;
  private final Drafting drafting;

  Answering(Scene scene, Ask open, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.texts = scene.definition().texts();
    this.drafting = drafting;
  }

  Proposal propose() {
    List<MessageReceived> messages = scene.turn().messages();
    if (messages.stream().allMatch(message -> message.kind() == Kind.UNSUPPORTED)) {
      return reply().say(texts.unsupported()).again("unsupported");
    }
    Optional<Proposal> form = new FormTalk(scene, open, drafting).propose();
    return form.orElseGet(
        () ->
            switch (open.answer()) {
              case Answer.Photos photos -> photos(photos, messages);
              case Answer.Interview interview -> interview(interview);
              case Answer.Time time -> waiting(time);
              case Answer.Person ignored -> reply().goOn(open, Map.of(), open.id() + ": back");
              case Answer.Form ignored -> form();
              default -> asked(messages);
            });
  }

  private Proposal asked(List<MessageReceived> messages) {
    if (unsure(messages)) {
      return whoDoesNotKnow();
    }
    var later = new LaterTalk(scene, open, drafting);
    Optional<Proposal> asked = later.asked();
    if (asked.isPresent()) {
      return asked.get();
    }
    boolean text = open.answer() instanceof Answer.FreeText;
    Optional<Definition.Faq> faq = text && !asks(messages) ? Optional.empty() : faq(messages);
    Optional<Understood> answer =
        text && faq.isPresent() ? Optional.empty() : AnswerReading.of(scene, open, messages);
    if (answer.filter(this::counts).isPresent()) {
      return answered(answer.get().value());
    }
    if (faq.isPresent()) {
      return faqs(faq.get());
    }
    return answer.isPresent() ? misunderstood() : later.named().orElseGet(this::misunderstood);
  }

  /**
   * Nobody is ruled out by words that may be read otherwise: they are asked again, with the choices
   * to tap.
   */
  private boolean counts(Understood answer) {
    return answer.sure()
        || KnockOuts.of(scene.knowing(Map.of(open.id(), answer.value())), open).isEmpty();
  }

  private Proposal answered(String answer) {
    if (open.answer() instanceof Answer.FreeText(Answer.Vague vague)
        && vague != null
        && scene.turn().misses() == 0
        && Folded.of(answer).split(" ").length < vague.enough()) {
      drafting.misses(1);
      return reply()
          .ask(open, Prompt.plain(scene.say(vague.pushBack())), Map.of(), open.id() + ": vague");
    }
    if (open.answer() instanceof Answer.Listings) {
      drafting.keeping(new Kept.Chosen(open.id(), answer));
    }
    return reply().goOn(open, Map.of(open.id(), answer), open.id() + ": " + kind());
  }

  private Proposal whoDoesNotKnow() {
    Step.Unsure unsure = open.manners().unsure();
    String rule = open.id() + ": unsure";
    if (unsure == null || scene.answer(unsure.explore().getFirst().id()).isPresent()) {
      return reply().goOn(open, Map.of(open.id(), Step.Unsure.ANSWER), rule);
    }
    Ask first = unsure.explore().getFirst();
    return reply()
        .say(unsure.text())
        .ask(first, Prompts.of(scene, first).orElseThrow(), Map.of(), rule);
  }

  /** Whether this is a question with help for somebody who doesn't know, and they don't. */
  private boolean unsure(List<MessageReceived> messages) {
    boolean helped =
        open.manners().unsure() != null || scene.definition().explored(open.id()).isPresent();
    String said = Folded.of(messages.getLast().text());
    return helped
        && messages.getLast().choiceId() == null
        && said.split(" ").length <= SHORT
        && scene.definition().unsureWords().stream().anyMatch(word -> contains(said, word));
  }

  private static boolean asks(List<MessageReceived> messages) {
    return messages.getLast().text().strip().endsWith("?");
  }

  private Optional<Definition.Faq> faq(List<MessageReceived> messages) {
    String said = Folded.of(messages.getLast().text());
    return scene.definition().faq().stream()
        .filter(faq -> faq.words().stream().anyMatch(word -> contains(said, word)))
        .findFirst();
  }

  private Proposal faqs(Definition.Faq faq) {
    return reply().say(faq.answer()).again("faq " + faq.id());
  }

  private static boolean contains(String said, String words) {
    return (" " + said + " ").contains(" " + words + " ");
  }

  private Proposal misunderstood() {
    int misses = scene.turn().misses() + 1;
    String rule = open.id() + ": not understood";
    if (misses >= PATIENCE) {
      return drafting
          .bubbles(
              new Bubbles(scene.language()).say(texts.notUnderstood()).say(texts.personCalled()),
              scene.language(),
              rule)
          .misses(misses)
          .needingHuman("not_understood")
          .done();
    }
    drafting.misses(misses);
    return new DayOrder(scene, open, drafting)
        .propose(hint(), rule)
        .orElseGet(() -> reply().say(hint()).again(rule));
  }

  private Localized hint() {
    Localized own = open.manners().hint();
    return own != null ? own : Hints.of(texts, open.answer());
  }

  private Proposal photos(Answer.Photos photos, List<MessageReceived> messages) {
    int before = Photos.sent(scene, open);
    String ids = Photos.with(scene, open, messages, photos.max());
    Map<String, String> answers = ids.isEmpty() ? Map.of() : Map.of(open.id(), ids);
    Scene after = scene.knowing(answers);
    int sent = Photos.sent(after, open);
    if (sent == before) {
      return sent >= photos.min() && done(photos, messages)
          ? reply().goOn(open, Map.of(), open.id() + ": done")
          : asked(messages);
    }
    Localized affirmation =
        photos.affirmations().get(Math.min(sent, photos.affirmations().size()) - 1);
    Prompt prompt = Prompts.photos(after, open, photos, scene.say(affirmation));
    return sent >= photos.max()
        ? reply().say(prompt.text()).goOn(open, answers, open.id() + ": photos")
        : reply().ask(open, prompt, answers, open.id() + ": photo");
  }

  private boolean done(Answer.Photos photos, List<MessageReceived> messages) {
    MessageReceived newest = messages.getLast();
    return ChoiceIds.of(open.id(), Prompts.DONE).equals(newest.choiceId())
        || photos.done().byLanguage().values().stream()
            .anyMatch(title -> Folded.of(title).equals(Folded.of(newest.text())));
  }

  private Proposal interview(Answer.Interview interview) {
    InterviewTalk talk = InterviewTalk.of(scene, open, interview, drafting);
    Optional<Proposal> clear = talk.clear();
    if (clear.isPresent()) {
      return clear.get();
    }
    Optional<Definition.Faq> faq = faq(scene.turn().messages());
    return faq.isPresent() ? faqs(faq.get()) : talk.unclear().orElseGet(this::misunderstood);
  }

  /** Who writes before the time has come is told when it does; who writes after it, goes on. */
  private Proposal waiting(Answer.Time time) {
    if (scene.answer(open.id()).isPresent()
        || !Waits.ends(scene, open, time).isAfter(scene.now())) {
      return reply().goOn(open, Map.of(), open.id() + ": over");
    }
    Optional<Definition.Faq> faq = faq(scene.turn().messages());
    if (faq.isPresent()) {
      return faqs(faq.get());
    }
    return reply().again(open.id() + ": not yet");
  }

  private Proposal form() {
    Optional<Definition.Faq> faq = faq(scene.turn().messages());
    return faq.isPresent()
        ? faqs(faq.get())
        : reply().say(hint()).again(open.id() + ": by form only");
  }

  private Reply reply() {
    return new Reply(scene, drafting);
  }

  private String kind() {
    return switch (open.answer()) {
      case Answer.OneOf ignored -> "choice";
      case Answer.WholeNumber ignored -> "number";
      case Answer.FreeText ignored -> "text";
      case Answer.Day ignored -> "date";
      case Answer.Email ignored -> "email";
      case Answer.Phone ignored -> "phone";
      case Answer.Document ignored -> "document";
      case Answer.Listings ignored -> "listing";
      case Answer.Interview ignored -> "interview";
      case Answer.Photos ignored -> "photos";
      case Answer.Form ignored -> "form";
      case Answer.Time ignored -> "time";
      case Answer.Person ignored -> "person";
    };
  }
}
