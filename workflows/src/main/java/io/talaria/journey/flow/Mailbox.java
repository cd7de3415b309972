package io.talaria.journey.flow;

import io.talaria.journey.CandidateMarked;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.TakeOver;
import io.talaria.journey.rule.Requests.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What handlers noted for the main loop: they only note and return, the loop acts. */
final class Mailbox {
  private final List<MessageReceived> arrived = new ArrayList<>();
  private final List<SendSettled> settled = new ArrayList<>();
  private final List<SendDelivered> delivered = new ArrayList<>();
  private final List<SendTimed> timed = new ArrayList<>();
  private final List<PhaseChanged> phases = new ArrayList<>();
  private final List<OutsideSpoke> spoken = new ArrayList<>();
  private final List<CandidateMarked> marked = new ArrayList<>();
  private final List<PlanChosen> plans = new ArrayList<>();
  private final Deque<RecruiterRequest> requests = new ArrayDeque<>();
  private final Map<UUID, Refused> refused = new HashMap<>();

  void note(MessageReceived message) {
    arrived.add(message);
  }

  void note(SendSettled fact) {
    settled.add(fact);
  }

  void note(SendDelivered fact) {
    delivered.add(fact);
  }

  void note(CandidateMarked fact) {
    marked.add(fact);
  }

  void note(SendTimed fact) {
    timed.add(fact);
  }

  void note(PhaseChanged fact) {
    phases.add(fact);
  }

  void note(OutsideSpoke fact) {
    spoken.add(fact);
  }

  void note(PlanChosen fact) {
    plans.add(fact);
  }

  /** Notes a request unless the same one waits already; refused before, it is checked anew. */
  void note(RecruiterRequest request) {
    if (requests.stream().noneMatch(waiting -> waiting.requestId().equals(request.requestId()))) {
      refused.remove(request.requestId());
      requests.add(request);
    }
  }

  boolean hasNews() {
    return hasArrived()
        || !settled.isEmpty()
        || !delivered.isEmpty()
        || !timed.isEmpty()
        || !phases.isEmpty()
        || !spoken.isEmpty()
        || !marked.isEmpty()
        || !plans.isEmpty()
        || hasRequests();
  }

  /** Whether nothing waits but messages, which need no act to be taken in. */
  boolean hasMessagesAtMost() {
    return settled.isEmpty()
        && timed.isEmpty()
        && phases.isEmpty()
        && spoken.isEmpty()
        && marked.isEmpty()
        && plans.isEmpty()
        && !hasRequests();
  }

  boolean hasArrived() {
    return !arrived.isEmpty();
  }

  boolean hasRequests() {
    return !requests.isEmpty();
  }

  /** Whether somebody wants the bot to stop. */
  boolean takeoverAsked() {
    return requests.stream().anyMatch(TakeOver.class::isInstance);
  }

  List<UUID> arrivedIds() {
    return arrived.stream().map(MessageReceived::id).toList();
  }

  List<MessageReceived> takeArrived() {
    var taken = List.copyOf(arrived);
    arrived.clear();
    return taken;
  }

  List<SendSettled> takeSettled() {
    var taken = List.copyOf(settled);
    settled.clear();
    return taken;
  }

  List<SendDelivered> takeDelivered() {
    var taken = List.copyOf(delivered);
    delivered.clear();
    return taken;
  }

  List<SendTimed> takeTimed() {
    var taken = List.copyOf(timed);
    timed.clear();
    return taken;
  }

  List<PhaseChanged> takePhases() {
    var taken = List.copyOf(phases);
    phases.clear();
    return taken;
  }

  List<OutsideSpoke> takeSpoken() {
    var taken = List.copyOf(spoken);
    spoken.clear();
    return taken;
  }

  List<CandidateMarked> takeMarked() {
    var taken = List.copyOf(marked);
    marked.clear();
    return taken;
  }

  List<PlanChosen> takePlans() {
    var taken = List.copyOf(plans);
    plans.clear();
    return taken;
  }

  /** The next request; takeovers before everything else. */
  RecruiterRequest takeRequest() {
    RecruiterRequest next =
        requests.stream()
            .filter(TakeOver.class::isInstance)
            .findFirst()
            .orElseGet(requests::getFirst);
    requests.remove(next);
    return next;
  }

  void refuse(UUID requestId, Refused reason) {
    refused.put(requestId, reason);
  }

  @Nullable Refused refusal(UUID requestId) {
    return refused.get(requestId);
  }
}
