package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.dev.storm.people.Desk;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journey.HandBack;
import io.talaria.journey.Reply;
import io.talaria.journey.TakeOver;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** One of the team, who has one conversation at a time and insists on an answer. */
final class Recruiter {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final UUID ACCOUNT = new UUID(0, 1);

  private final Desk desk;
  private final UUID id;
  private final String name;
  private final UUID candidate;
  private final UUID takeover = UUID.randomUUID();

  /**
   * @param number of the candidate
   */
  Recruiter(Installation talaria, Desk desk, String name, String number) {
    this.desk = desk;
    this.id = talaria.journal().recruiter(name);
    this.name = name;
    this.candidate = UUID.fromString(talaria.journal().candidate(number));
  }

  UUID id() {
    return id;
  }

  void takesOver() {
    var raised =
        (Brakes.Raised) desk.raise(new Brakes.Wish(takeover, ACCOUNT, candidate, id, false, null));
    var request = new TakeOver(takeover, id, name, raised.epoch(), null, false);
    insist(() -> desk.takeOver(candidate, request));
    desk.confirm(takeover);
  }

  void writes(String text) {
    var request = new Reply(UUID.randomUUID(), id, new Outbound.Text(text));
    insist(() -> desk.reply(candidate, request));
  }

  void handsBack() {
    var request = new HandBack(UUID.randomUUID(), id, takeover, null, null, null, false);
    insist(() -> desk.handBack(candidate, request));
  }

  private static void insist(Supplier<Desk.Answer<?>> ask) {
    var answer = await().atMost(PATIENCE).until(ask::get, it -> !(it instanceof Desk.Away<?>));
    assertThat(answer).isInstanceOf(Desk.Done.class);
  }
}
