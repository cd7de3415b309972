package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Call;
import io.talaria.dev.storm.check.Evidence.Reported;
import io.talaria.dev.storm.check.JournalView.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From when on anybody could know what had become of a send, seen from outside. At which moment a
 * person decided nobody measured, so what they decided counts as known for ever.
 */
final class Outcomes {
  private static final Set<String> LEFT = Set.of("sent", "delivered", "read");
  private static final Set<String> ARRIVED = Set.of("delivered", "read", "failed");

  /** The product's 30 s, less what two clocks may differ. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(29);

  private final Map<String, List<Call>> calls;
  private final Map<String, List<Reported>> reported;
  private final Map<String, Event> decided;

  Outcomes(Evidence evidence) {
    calls = evidence.calls().stream().collect(Collectors.groupingBy(Call::key));
    reported = evidence.reported().stream().collect(Collectors.groupingBy(Reported::key));
    decided =
        evidence.journal().events().stream()
            .filter(event -> event.type().equals("UncertainSettled"))
            .collect(
                Collectors.toMap(
                    event -> event.body().getOrDefault("key", ""), event -> event, (a, b) -> a));
  }

  /** First requests of bubbles that have one before them in their turn. */
  List<Call> following() {
    return calls.values().stream()
        .map(same -> same.stream().min((a, b) -> a.receivedAt().compareTo(b.receivedAt())))
        .flatMap(Optional::stream)
        .filter(call -> before(call.key()).isPresent())
        .toList();
  }

  /** The bubble before this one; empty for the first of its turn. */
  static Optional<String> before(String key) {
    int bubble = key.lastIndexOf('/');
    int position = bubble < 0 ? 0 : Integer.parseInt(key.substring(bubble + 1));
    return position == 0
        ? Optional.empty()
        : Optional.of(key.substring(0, bubble + 1) + (position - 1));
  }

  /** From when on this send is known to have left; empty for never. */
  Optional<Instant> leftBy(String key) {
    List<Instant> moments = reports(key, LEFT);
    for (Call call : calls.getOrDefault(key, List.of())) {
      Optional.ofNullable(call.confirmedAt()).ifPresent(moments::add);
    }
    Optional<Instant> again = again(key).flatMap(this::leftBy);
    return earliest(key, moments, again);
  }

  /**
   * From when on nothing waits for the arrival of this send: it was told, or a status is not to be
   * hoped for any more; empty for never.
   */
  Optional<Instant> arrivedBy(String key) {
    List<Instant> moments = reports(key, ARRIVED);
    calls.getOrDefault(key, List.of()).stream()
        .filter(Call::accepted)
        .map(call -> call.receivedAt().plus(LONGEST_WAIT))
        .forEach(moments::add);
    Optional<Instant> again = again(key).flatMap(this::arrivedBy);
    return earliest(key, moments, again);
  }

  private List<Instant> reports(String key, Set<String> statuses) {
    return reported.getOrDefault(key, List.of()).stream()
        .filter(status -> statuses.contains(status.status()))
        .map(Reported::at)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<Instant> earliest(String key, List<Instant> moments, Optional<Instant> again) {
    if (saidToHaveArrived(key)) {
      return Optional.of(Instant.MIN);
    }
    again.ifPresent(moments::add);
    return moments.stream().min(Instant::compareTo);
  }

  /** The send by which a person had this one repeated. */
  private Optional<String> again(String key) {
    return Optional.ofNullable(decided.get(key))
        .filter(event -> "SEND_AGAIN".equals(event.body().get("choice")))
        .map(event -> "req:" + event.cause() + "/0");
  }

  private boolean saidToHaveArrived(String key) {
    Event event = decided.get(key);
    return event != null && "ARRIVED".equals(event.body().get("choice"));
  }
}
