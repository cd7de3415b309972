package io.talaria.dev.bench.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One message and what came of it.
 *
 * @param due when it was to be written
 * @param acknowledged how long the gateway took to answer 200; fails when it answered otherwise
 * @param replied the reply that WhatsApp accepted
 */
public record Exchange(
    Candidate candidate,
    String wamid,
    Instant due,
    CompletableFuture<Duration> acknowledged,
    CompletableFuture<Reply> replied) {

  Exchange(Candidate candidate, String wamid, Instant due) {
    this(candidate, wamid, due, new CompletableFuture<>(), new CompletableFuture<>());
  }

  /** From when it was due until WhatsApp had the reply. */
  public Duration took(Reply reply) {
    return Duration.between(due, reply.at());
  }
}
