package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Kept;
import io.talaria.port.Proposal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time of an interview stands, or is over. */
final class MeetingTalk implements InterviewTalk {
  private static final List<String> AFTERWARDS = List.of(Interviews.YES, Interviews.NO);
  private static final List<String> CHANGING =
      List.of(Interviews.ANOTHER, Interviews.CANCEL, Interviews.KEEP);

  private final Scene scene;
  private final Ask open;
  private final Answer.Interview interview;
  private final Drafting drafting;
  private final Instant at;
  private final MessageReceived newest;
  private final boolean over;
  private final @Nullable NamedTime named;

  /**
   * @param at the time that was chosen
   */
  MeetingTalk(Scene scene, Ask open, Answer.Interview interview, Drafting drafting, Instant at) {
    this.scene = scene;
    this.open = open;
    this.interview = interview;
    this.drafting = drafting;
    this.at = at;
    this.newest = scene.turn().messages().getLast();
    this.over = Interviews.isOver(scene, interview, at);
    this.named = TimeTalk.named(scene);
  }

  @Override
  public Optional<Proposal> clear() {
    if (means(Interviews.ANOTHER, interview.another())) {
      return Optional.of(anotherTime("another time"));
    }
    return over ? afterwards() : before();
  }

  private Optional<Proposal> afterwards() {
    if (means(Interviews.YES, interview.yes())) {
      return Optional.of(reply().goOn(open, Map.of(), open.id() + ": took place"));
    }
    return means(Interviews.NO, interview.no())
        ? Optional.of(anotherTime("no-show"))
        : Optional.empty();
  }

  private Optional<Proposal> before() {
    Answer.Change change = interview.change();
    if (change != null && (points(Interviews.CANCEL) || isTitle(change.cancel()))) {
      return Optional.of(cancelled(change));
    }
    if (change != null && means(Interviews.KEEP, change.keep())) {
      return Optional.of(stands());
    }
    if (newest.choiceId() != null) {
      // An old button, such as a time that was offered: what stands is told.
      return Optional.of(stands());
    }
    // Who was just asked what they want, by buttons, says it more plainly than others.
    if (change != null && scene.turn().misses() > 0) {
      if (MeetingWords.givesUp(newest.text())) {
        return Optional.of(cancelled(change));
      }
      return moves() ? Optional.of(anotherTime("another time")) : Optional.empty();
    }
    boolean note = newest.kind() == Kind.TEXT && MeetingWords.thanks(newest.text());
    return note || (named != null && !changes() && isNamed())
        ? Optional.of(stands())
        : Optional.empty();
  }

  @Override
  public Optional<Proposal> unclear() {
    return over ? Optional.empty() : unclearBefore();
  }

  private Optional<Proposal> unclearBefore() {
    Answer.Change change = interview.change();
    boolean changes = changes();
    if (change == null && !MeetingWords.cancels(newest.text())) {
      return Optional.empty();
    }
    int misses = scene.turn().misses() + 1;
    if (change == null || misses >= Answering.PATIENCE) {
      return changes ? Optional.of(called(misses)) : Optional.empty();
    }
    drafting.misses(misses);
    Reply reply = changes ? reply() : reply().say(scene.definition().texts().notUnderstood());
    return Optional.of(
        reply.ask(
            open,
            Interviews.changing(scene, open, interview, change, at),
            Map.of(),
            open.id() + (changes ? ": change" : ": not understood")));
  }

  /** They don't come, or not then, and no button settles it. */
  private Proposal called(int misses) {
    return drafting
        .bubbles(
            new Bubbles(scene.language()).say(scene.definition().texts().personCalled()),
            scene.language(),
            open.id() + ": change")
        .misses(misses)
        .needingHuman(Interviews.UNSETTLED)
        .done();
  }

  /** Whether the words may be about not coming, or about another time. */
  private boolean changes() {
    return MeetingWords.cancels(newest.text()) || moves();
  }

  private boolean moves() {
    return MeetingWords.moves(newest.text()) || (named != null && !isNamed());
  }

  /** Whether the time that they name is the one that stands: "até terça!". */
  private boolean isNamed() {
    ZonedDateTime here = scene.here(at);
    return named != null
        && (named.days().isEmpty() || named.days().contains(here.toLocalDate()))
        && (named.time() == null || named.time().equals(here.toLocalTime()));
  }

  private Proposal stands() {
    return reply().again(open.id() + ": stands");
  }

  /** The time is free for others, and a person hears of it. */
  private Proposal cancelled(Answer.Change change) {
    drafting.keeping(new Kept.GivenBack(open.id(), at));
    return drafting
        .bubbles(
            new Bubbles(scene.language()).say(change.cancelled()),
            scene.language(),
            open.id() + ": cancelled")
        .answers(Map.of(open.id(), Interviews.CANCELLED))
        .agenda(List.of())
        .needingHuman(Interviews.GIVEN_UP)
        .done();
  }

  private Proposal anotherTime(String why) {
    Map<String, String> taken = Map.of(open.id(), "");
    drafting.keeping(new Kept.GivenBack(open.id(), at));
    Prompt prompt =
        Interviews.prompt(scene.knowing(taken), open, interview, scene.say(open.text()));
    return reply().ask(open, prompt, taken, open.id() + ": " + why);
  }

  /** Tapped, or written by its place among the buttons that were shown last. */
  private boolean points(String choice) {
    if (newest.choiceId() != null) {
      return ChoiceIds.of(open.id(), choice).equals(newest.choiceId());
    }
    List<String> shown = over ? AFTERWARDS : scene.turn().misses() > 0 ? CHANGING : List.of();
    return Positions.of(newest.text(), shown.size())
        .filter(row -> shown.get(row - 1).equals(choice))
        .isPresent();
  }

  private boolean isTitle(Localized title) {
    return newest.choiceId() == null
        && title.byLanguage().values().stream()
            .anyMatch(one -> Folded.of(one).equals(Folded.of(newest.text())));
  }

  /** Or written: the title in any language, or how it begins, such as "sim". */
  private boolean means(String choice, Localized title) {
    if (newest.choiceId() != null || points(choice)) {
      return points(choice);
    }
    String said = Folded.of(newest.text());
    return !said.isEmpty()
        && title.byLanguage().values().stream()
            .map(one -> Folded.of(one) + " ")
            .anyMatch(one -> one.startsWith(said + " "));
  }

  private Reply reply() {
    return new Reply(scene, drafting);
  }
}
