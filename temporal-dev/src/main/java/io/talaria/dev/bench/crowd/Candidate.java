package io.talaria.dev.bench.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the crowd: what they wrote and wait for, and what they were asked last. */
public final class Candidate {
  public final String number;
  final String name;
  final String userId;
  private final List<Exchange> open = new ArrayList<>();
  private @Nullable Reply asked;
  private @Nullable String lastWamid;

  Candidate(long n) {
    number = io.talaria.dev.whatsapp.Crowd.PREFIX + "%010d".formatted(n);
    name = "Candidate " + n;
    userId = "ZZ." + number;
  }

  synchronized void wrote(Exchange exchange) {
    open.add(exchange);
    lastWamid = exchange.wamid();
  }

  /** What this reply answers: everything that was open, since one turn answers all that came. */
  synchronized List<Exchange> heard(Reply reply) {
    asked = reply;
    List<Exchange> answered = List.copyOf(open);
    open.clear();
    return answered;
  }

  synchronized Optional<Reply> asked() {
    return Optional.ofNullable(asked);
  }

  /** Whether there is something to tap on. */
  public synchronized boolean isAsked() {
    return asked != null && asked.asks();
  }

  synchronized boolean waits() {
    return !open.isEmpty();
  }

  /** WhatsApp's id of the message written last, by which the journal finds the candidate. */
  public synchronized Optional<String> lastWamid() {
    return Optional.ofNullable(lastWamid);
  }
}
