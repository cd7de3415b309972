package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import io.talaria.journey.Silence;
import io.talaria.port.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journey at whose number another system speaks: what it said, and when the phase changes. */
public final class Watching {
  /** Without reports nobody knows what is answered; so many messages are kept as open. */
  static final int OPEN_KEPT = 20;

  /** WhatsApp's times are whole seconds; an answer within the same second is an answer. */
  private static final Duration SAME_SECOND = Duration.ofMillis(999);

  private Watching() {}

  /**
   * The number's phase is another one. When Talaria begins to speak, it doesn't catch up: what is
   * older than people wait for was the other system's, and reminders that would be due by now are
   * counted as sent.
   */
  public static JourneyState entered(JourneyState state, Phase phase, Instant now) {
    JourneyState entered = state.withPhase(phase);
    return state.watched() && !entered.watched() ? freshlySpeaking(entered, now) : entered;
  }

  private static JourneyState freshlySpeaking(JourneyState state, Instant now) {
    Instant recent = now.minus(state.plan().times().waiting());
    List<MessageReceived> open =
        state.inbox().open().stream().filter(m -> m.sentAt().isAfter(recent)).toList();
    Silence s = state.silence();
    Instant owes = s.candidateOwesSince();
    int due =
        owes == null
            ? 0
            : (int)
                state.plan().times().nudges().stream()
                    .filter(nudge -> !now.isBefore(owes.plus(nudge)))
                    .count();
    return withOpen(state, open)
        .withSilence(
            new Silence(
                s.windowFrom(),
                owes,
                s.owedKey(),
                open.isEmpty() ? null : open.getFirst().sentAt(),
                due,
                s.atRisk(),
                s.waitAlerted(),
                s.reopenedFor(),
                s.episodes()));
  }

  /** Messages that another system answers: shown as waiting until it reports, but not for ever. */
  public static JourneyState takenIn(JourneyState state) {
    List<MessageReceived> open = state.inbox().open();
    return open.size() <= OPEN_KEPT
        ? state
        : withOpen(state, open.subList(open.size() - OPEN_KEPT, open.size()));
  }

  private static JourneyState withOpen(JourneyState state, List<MessageReceived> open) {
    Inbox inbox = state.inbox();
    return state.withInbox(new Inbox(inbox.floor(), inbox.above(), List.copyOf(open)));
  }

  /**
   * The other system told what it said. A stage, question or language that the plan doesn't have,
   * or that lies behind, changes nothing; the rest of its report counts.
   */
  public static JourneyState spoke(JourneyState state, OutsideSpoke told) {
    JourneyState free = state.withNeedsHuman(null);
    Proposal proposal = proposal(state, told);
    if (told.key() == null && told.ending() == null) {
      return stands(free, proposal).withNeedsHuman(told.needsHuman());
    }
    JourneyState answered = Moves.replied(free, proposal, told.key(), told.at());
    Talk talk = answered.talk();
    // Whether it said that a machine speaks is not known: our own first words will.
    return answered.withTalk(
        new Talk(
            talk.language(),
            talk.stage(),
            talk.step(),
            talk.misses(),
            talk.answers(),
            state.talk().disclosed()));
  }

  private static JourneyState stands(JourneyState state, Proposal proposal) {
    Map<String, String> answers = new LinkedHashMap<>(state.talk().answers());
    answers.putAll(proposal.answers());
    return state.withTalk(
        new Talk(
            proposal.language(),
            proposal.stage(),
            proposal.step(),
            0,
            Map.copyOf(answers),
            state.talk().disclosed()));
  }

  private static Proposal proposal(JourneyState state, OutsideSpoke told) {
    Talk talk = state.talk();
    Proposal whole =
        proposal(
            state,
            told,
            Objects.requireNonNullElse(told.language(), talk.language()),
            Objects.requireNonNullElse(told.stage(), talk.stage()),
            told.step());
    return ProposalCheck.fault(state.plan(), state, whole).isEmpty()
        ? whole
        : proposal(state, told, talk.language(), talk.stage(), null);
  }

  private static Proposal proposal(
      JourneyState state, OutsideSpoke told, String language, String stage, @Nullable String step) {
    List<UUID> answered =
        state.inbox().open().stream()
            .filter(message -> !message.sentAt().isAfter(told.at().plus(SAME_SECOND)))
            .map(MessageReceived::id)
            .toList();
    return new Proposal(
        answered,
        List.of(),
        told.answers(),
        language,
        stage,
        step,
        0,
        told.ending(),
        told.needsHuman(),
        new Proposal.Decision("outside", "", "reported", 1),
        null,
        null,
        told.awaits());
  }
}
