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
  private boolean reserved;
  private boolean standsReady;

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

  /** True when they are to stand ready, and don't yet. */
  synchronized boolean stepsUp() {
    boolean steps = isAsked() && !waits() && !reserved && !standsReady;
    standsReady |= steps;
    return steps;
  }

  synchronized void stepsDown() {
    standsReady = false;
  }

  synchronized void reserve() {
    reserved = true;
  }

  synchronized boolean waits() {
    return !open.isEmpty();
  }

  /** WhatsApp's id of the message written last, by which the journal finds the candidate. */
  public synchronized Optional<String> lastWamid() {
    return Optional.ofNullable(lastWamid);
  }
}
