package io.talaria.dev.storm.people;

import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.Evidence.Explained;
import io.talaria.dev.storm.check.Evidence.Hold;
import io.talaria.dev.storm.check.Evidence.How;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.people.Recruiter.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the recruiters of a run asked, were told, and when. */
public final class Holds {
  private final Map<UUID, Hold> holds = new LinkedHashMap<>();
  private final Map<UUID, Asked> asked = new LinkedHashMap<>();
  private final Map<String, Explained> explained = new LinkedHashMap<>();
  private final Map<UUID, Set<String>> runs = new HashMap<>();

  /** Numbers by the hand-back that drops what is scheduled for them. */
  private final Map<UUID, String> withdrawing = new HashMap<>();

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** Notes a receipt; now is when it has come. */
  synchronized void taken(
      UUID request,
      Contact contact,
      Operator holder,
      How how,
      Instant askedAt,
      List<String> named) {
    holds.put(
        request,
        new Hold(
            contact.number(),
            holder.name(),
            request.toString(),
            how,
            askedAt,
            Instant.now(),
            List.copyOf(named),
            null,
            null));
  }

  /** Keys that any receipt of this candidate names: who is given the journey gets no receipt. */
  synchronized List<String> named(Contact contact) {
    return holds.values().stream()
        .filter(hold -> hold.number().equals(contact.number()))
        .flatMap(hold -> hold.named().stream())
        .distinct()
        .toList();
  }

  /** From now on the bot may speak. */
  synchronized void released(UUID request) {
    holds.computeIfPresent(request, (id, hold) -> ended(hold, hold.passedAt(), Instant.now()));
  }

  /** From now on whoever holds this candidate's journey may have given it away. */
  synchronized void passed(Contact contact) {
    holds.replaceAll(
        (id, hold) ->
            hold.number().equals(contact.number())
                ? ended(hold, Instant.now(), hold.releasedAt())
                : hold);
  }

  /** What was noted first stands. */
  private static Hold ended(Hold hold, @Nullable Instant passedAt, @Nullable Instant releasedAt) {
    return new Hold(
        hold.number(),
        hold.operator(),
        hold.request(),
        hold.how(),
        hold.askedAt(),
        hold.ackedAt(),
        hold.named(),
        hold.passedAt() == null ? passedAt : hold.passedAt(),
        hold.releasedAt() == null ? releasedAt : hold.releasedAt());
  }

  /** Notes what is about to be asked; asked before, it stands as it is. */
  synchronized void asks(
      UUID request,
      Contact contact,
      Operator who,
      What what,
      @Nullable String text,
      @Nullable Instant dueAt) {
    asked.putIfAbsent(
        request,
        new Asked(
            contact.number(),
            who.name(),
            request.toString(),
            what,
            text,
            dueAt,
            Instant.now(),
            null,
            List.of(),
            what == What.SCHEDULED && withdrawing.containsValue(contact.number())));
  }

  /**
   * Notes an answer.
   *
   * @param run of the workflow that gave it; null for none
   */
  synchronized void answered(UUID request, String answer, boolean done, @Nullable String run) {
    change(
        request,
        before -> {
          List<String> answers = new ArrayList<>(before.answers());
          answers.add(answer);
          Instant first = before.answeredAt() == null && done ? Instant.now() : before.answeredAt();
          return with(before, first, answers, before.withdrawn());
        });
    if (run != null) {
      Set<String> known = runs.computeIfAbsent(request, id -> new HashSet<>());
      if (known.add(run) && known.size() == 2) {
        count("requests repeated in another run");
      }
    }
  }

  /** From now on these scheduled words may not leave. */
  synchronized void cancelled(UUID scheduled) {
    change(scheduled, one -> with(one, one.answeredAt(), one.answers(), true));
  }

  /**
   * From now on, and until {@link #withdrawn}, nothing that is scheduled for this candidate needs
   * to leave: which of two requests comes first nobody knows.
   */
  synchronized void withdraws(UUID request, Contact contact) {
    withdrawing.put(request, contact.number());
    asked.replaceAll(
        (id, one) ->
            one.number().equals(contact.number()) && one.what() == What.SCHEDULED
                ? with(one, one.answeredAt(), one.answers(), true)
                : one);
  }

  /** The request was done: what is asked after it waits for its time. */
  synchronized void withdrawn(UUID request) {
    withdrawing.remove(request);
  }

  private void change(UUID request, UnaryOperator<Asked> change) {
    asked.computeIfPresent(request, (id, one) -> change.apply(one));
  }

  private static Asked with(
      Asked one, @Nullable Instant answeredAt, List<String> answers, boolean withdrawn) {
    return new Asked(
        one.number(),
        one.operator(),
        one.request(),
        one.what(),
        one.text(),
        one.dueAt(),
        one.askedAt(),
        answeredAt,
        List.copyOf(answers),
        withdrawn);
  }

  synchronized void explained(Contact contact, UUID takeover, String reason, boolean confirmed) {
    explained.merge(
        takeover + reason,
        new Explained(contact.number(), takeover.toString(), reason, confirmed),
        (before, now) -> before.confirmed() ? before : now);
  }

  synchronized void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  public synchronized List<Hold> all() {
    return List.copyOf(holds.values());
  }

  public synchronized List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  public synchronized List<Explained> explained() {
    return List.copyOf(explained.values());
  }

  public synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
