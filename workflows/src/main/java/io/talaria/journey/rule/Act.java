package io.talaria.journey.rule;

import io.talaria.journey.MessageReceived;
import io.talaria.port.Appointment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a journey does next. */
public sealed interface Act {
  /** The bot answers what is unanswered. */
  record Answer() implements Act {}

  /** The candidate asked not to be written to, by this message. */
  record OptOut(MessageReceived by) implements Act {}

  /** The candidate asked for a person, by this message. */
  record CallPerson(MessageReceived by) implements Act {}

  /** The candidate objected to automated decisions, by this message. */
  record NoteObjection(MessageReceived by) implements Act {}

  /** The window is closed: the template asks the candidate back. */
  record Reopen() implements Act {}

  /**
   * The nth reminder of this silence.
   *
   * @param send false when it is only counted, since free text can't reach the candidate
   */
  record Nudge(int number, boolean send) implements Act {}

  /** An appointment of the bot has come. */
  record Keep(Appointment appointment) implements Act {}

  /**
   * A template that WhatsApp refused for a while is tried again.
   *
   * @param key of its new turn
   */
  record AskAgain(String key) implements Act {}

  /** The next bubble of the reply under way, or its end. */
  record Say() implements Act {}

  /** Nobody decided in time about what the bot proposed: the definition says what becomes of it. */
  record ReviewOverdue() implements Act {}

  /** What waits for review answers nobody, and can't reach the candidate any more. */
  record DropReview() implements Act {}

  /** The oldest of people's words that wait. */
  record SayForPerson() implements Act {}

  /** Quiet hours begin: what nobody asked for, and waits on the governed queue, leaves later. */
  record CallBack() implements Act {}

  /** The reply under way has become pointless: the candidate wrote meanwhile. */
  record Drop() implements Act {}

  /** The team is told of the candidate's silence. */
  record AlertAtRisk() implements Act {}

  /** The team is told that the candidate waits for us. */
  record AlertWaiting() implements Act {}

  /** The team is told that the waiting candidate's window closes soon. */
  record AlertWindowClosing() implements Act {}

  /** More people are told of what nobody acknowledged. */
  record Escalate() implements Act {}

  /** Who holds the journey is told that it goes back to the bot unless they act. */
  record WarnOwner() implements Act {}

  /** Who held the journey was silent for too long: the bot has it again. */
  record ReturnToBot() implements Act {}

  /** A recruiter's words whose time has come. */
  record SendScheduled(UUID id) implements Act {}

  /**
   * The journey ended before people's words could leave: they won't, and their writers are told.
   */
  record DropWords() implements Act {}

  /** The candidate was silent for too long. */
  record DropOff() implements Act {}

  /** Somebody wrote after the end: shown and told, not answered. */
  record TellAfterEnd() implements Act {}

  /** Messages that a person answers: taken in, nothing else. */
  record TakeIn() implements Act {}

  /** Nothing is under way: the journey moves to the plan that somebody chose. */
  record ChangePlan() implements Act {}

  /** The ended journey stops listening; what comes later starts anew. */
  record Close() implements Act {}

  /**
   * Nothing is due.
   *
   * @param until null when only a message or a person moves the journey
   * @param what is due then, for the timer's summary
   */
  record Wait(@Nullable Instant until, String what) implements Act {}
}
