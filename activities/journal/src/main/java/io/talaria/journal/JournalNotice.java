package io.talaria.journal;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells open consoles, through PostgreSQL's NOTIFY, that something of a candidate changed. Ids
 * only; listeners read again. At most two commits of a message's way carry one, since NOTIFY takes
 * a lock of the whole cluster at commit.
 */
@Component
public class JournalNotice {
  /** The channel to LISTEN on. */
  public static final String CHANNEL = "talaria_journey";

  private final AtCommit atCommit;

  JournalNotice(AtCommit atCommit) {
    this.atCommit = atCommit;
  }

  /** Heard when the current transaction commits; the payload is the candidate's id. */
  public void changed(UUID candidateId) {
    atCommit.run("select pg_notify(?, ?)", CHANNEL, candidateId.toString());
  }
}
