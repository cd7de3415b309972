package io.talaria.journal.journey;

import io.talaria.journal.AtCommit;
import io.talaria.journey.JourneyState;
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

  /**
   * Takes the marks back that a step made which is lost, where the state that is written in its
   * stead doesn't know the message: a message handed over as an Update is in no history before its
   * step is, so whoever runs that step again may never have seen it. It is brought again then.
   */
  void takeBack(JourneyWrite write) {
    JourneyState state = write.state();
    atCommit.run(
        """
        update message set taken_in_at = null, taken_in_by = null
        where candidate_id = ? and journey_id = ? and direction = 'IN' and taken_in_by = ?
          and seq > ? and seq <> all(?)
        """,
        write.candidateId(),
        state.journeyId(),
        state.generation(),
        state.inbox().floor(),
        state.inbox().above().toArray(Long[]::new));
  }
}
