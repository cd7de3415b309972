package io.talaria.dev.storm;

import io.talaria.dev.storm.JournalReader.Sending;
import io.talaria.dev.storm.fault.Adversary.Gap;
import io.talaria.dev.storm.network.Network;
import io.talaria.dev.storm.people.Recruiter;
import io.talaria.dev.storm.people.Recruiter.Contact;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for a send whose row stands and whose request has not arrived, and takes over then. */
final class TakeoverInTheGap implements Gap {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(3);

  private final JournalReader journal;
  private final String prefix;
  private final Network network;
  private final Recruiter recruiter;
  private @Nullable Contact found;

  TakeoverInTheGap(JournalReader journal, String prefix, Network network, Recruiter recruiter) {
    this.journal = journal;
    this.prefix = prefix;
    this.network = network;
    this.recruiter = recruiter;
  }

  @Override
  public boolean await(Instant end) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      Optional<Sending> gap = now();
      if (gap.isPresent()) {
        found = gap.get().contact();
        return true;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return false;
  }

  private Optional<Sending> now() {
    try {
      return journal.sending(prefix).stream()
          .filter(sending -> !network.hasAccepted(sending.key()))
          .findFirst();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  @Override
  public void takeOver() throws InterruptedException {
    Contact contact = found;
    if (contact != null) {
      recruiter.takeOver(contact);
    }
  }
}
