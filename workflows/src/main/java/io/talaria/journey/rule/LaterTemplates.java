package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Mode;
import io.talaria.journey.Timing.Again;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Templates that WhatsApp doesn't let through for now, or not to this person, or not from this
 * number. Who waits for one has a person called, since it may be needed sooner; what can be tried
 * again is, when its time has come, unless somebody took the journey over or the candidate wrote
 * meanwhile.
 */
public final class LaterTemplates {
  /**
   * A step's clock may be behind the journal's, which says whether it may go: a try too early would
   * wait as long once more.
   */
  private static final Duration LATER = Duration.ofMinutes(5);

  /**
   * WhatsApp's least for somebody who had their share, and ours for a number that people reported;
   * the journal knows when it is longer.
   */
  private static final Duration LIMIT = Duration.ofHours(24).plus(LATER);

  /**
   * WhatsApp's first pause of a template. Of a day's limit, too, nobody knows here when there is
   * room again: that comes bit by bit. Each try stands in the conversation, so they are few.
   */
  private static final Duration PAUSE = Duration.ofHours(3).plus(LATER);

  private static final String LIMITED = "marketing_limit";
  private static final String PAUSED = "template_paused";
  private static final String FULL = "messaging_limit";
  private static final String REPORTED = "spam_limit";
  private static final Set<String> LIMITS = Set.of(FULL, REPORTED);
  private static final Set<String> WAITING = Set.of(LIMITED, PAUSED, FULL, REPORTED);
  private static final String STOPPED = "marketing_stopped";

  private LaterTemplates() {}

  /**
   * Why a person is called; the console has a sentence for each. Empty for any other refusal.
   *
   * @param treatment a name of the error table
   */
  public static Optional<String> reason(@Nullable String treatment) {
    return switch (treatment) {
      case "MARKETING_LIMIT" -> Optional.of(LIMITED);
      case "MARKETING_STOP" -> Optional.of(STOPPED);
      case "TEMPLATE_PAUSED" -> Optional.of(PAUSED);
      case "MESSAGING_LIMIT" -> Optional.of(FULL);
      case "SPAM_LIMIT" -> Optional.of(REPORTED);
      case null, default -> Optional.empty();
    };
  }

  /** Whether it is a limit of what may be sent unasked, at all or from this number. */
  public static boolean isOfLimits(@Nullable String treatment) {
    return reason(treatment).filter(LIMITS::contains).isPresent();
  }

  /**
   * Whether this is put off: not an answer from a number that was reported, which is refused for
   * good.
   *
   * @param answers whether the candidate waits for it
   */
  public static boolean isPutOff(@Nullable String treatment, boolean answers) {
    return reason(treatment).filter(why -> !answers || !why.equals(REPORTED)).isPresent();
  }

  /** When it may be tried again; empty for what stands until somebody changes it. */
  public static Optional<Instant> again(@Nullable String treatment, Instant refusedAt) {
    return switch (treatment) {
      case "MARKETING_LIMIT", "SPAM_LIMIT" -> Optional.of(refusedAt.plus(LIMIT));
      case "TEMPLATE_PAUSED", "MESSAGING_LIMIT" -> Optional.of(refusedAt.plus(PAUSE));
      case null, default -> Optional.empty();
    };
  }

  /**
   * Whether this turn belongs to an interview: it reminds of one, or asks how it was. Those of one
   * question say behind a slash which of them they are.
   */
  public static boolean isOfInterview(JourneyState state, String key) {
    return state.appointments().stream()
        .filter(a -> TurnKey.ofAppointment(state.journeyId(), a).equals(key))
        .anyMatch(a -> a.id().contains("/"));
  }

  /** The template is tried again then, under this turn's key. */
  public static JourneyState trying(JourneyState state, String key, Instant at) {
    return state.withTiming(state.clocks().again(new Again(at, key)));
  }

  /** What is tried again, as long as nothing but that keeps the bot silent. */
  static Optional<Again> due(JourneyState state) {
    String reason = state.needsHuman();
    boolean waits = reason != null && WAITING.contains(reason);
    return waits && state.mode() == Mode.BOT && !state.watched() && !state.over()
        ? Optional.ofNullable(state.clocks().again())
        : Optional.empty();
  }

  /** It is tried now: whether a person is needed shows. */
  public static JourneyState tried(JourneyState state) {
    return state.withNeedsHuman(null).withTiming(state.clocks().again(null));
  }

  /** Whoever writes can be answered without a template: nobody is needed for it any more. */
  static JourneyState wrote(JourneyState state) {
    String reason = state.needsHuman();
    boolean ours = reason != null && (WAITING.contains(reason) || reason.equals(STOPPED));
    return ours && state.mode() == Mode.BOT ? tried(state) : state;
  }
}
