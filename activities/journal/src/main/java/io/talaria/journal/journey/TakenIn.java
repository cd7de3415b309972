package io.talaria.journal.journey;

import io.talaria.journal.AtCommit;
import io.talaria.port.JourneyWrite;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The only end-to-end acknowledgement of a message: the journey's own write says that it has it.
 */
@Component
class TakenIn {
  private final AtCommit atCommit;

  TakenIn(AtCommit atCommit) {
    this.atCommit = atCommit;
  }

  void mark(JourneyWrite write) {
    if (write.takenIn().isEmpty()) {
      return;
    }
    atCommit.run(
        """
        update message set taken_in_at = clock_timestamp(), taken_in_by = ?, journey_id = ?
        where id = any(?) and candidate_id = ? and taken_in_at is null
        """,
        write.state().generation(),
        write.state().journeyId(),
        write.takenIn().toArray(UUID[]::new),
        write.candidateId());
  }
}
