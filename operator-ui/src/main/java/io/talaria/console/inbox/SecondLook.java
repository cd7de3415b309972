package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.journal.journey.Answers;
import io.talaria.journal.repair.WantedRuns;
import io.talaria.journey.Answered;
import io.talaria.journey.Recollection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the journal knows where the desk says no or meets nobody: that the same request was answered
 * before, by a run that has ended or has forgotten it; or that the journey is open, so that its run
 * was lost and is to be called back.
 */
@Component
class SecondLook {
  private final Answers answers;
  private final WantedRuns runs;

  SecondLook(Answers answers, WantedRuns runs) {
    this.answers = answers;
    this.runs = runs;
  }

  /**
   * @param part of an answer that this kind of request gets
   */
  <T> DeskAnswer<T> at(
      UUID candidateId,
      UUID requestId,
      DeskAnswer<T> answer,
      Function<Answered, @Nullable T> part) {
    return switch (answer) {
      case DeskAnswer.Done<T> done -> done;
      case DeskAnswer.Away<T> away -> away;
      case DeskAnswer.Lost<T> lost -> lost;
      case DeskAnswer.Refused<T> refused ->
          before(candidateId, requestId, refused.knows(), part).orElse(refused);
      case DeskAnswer.Gone<T> gone ->
          before(candidateId, requestId, null, part).orElseGet(() -> callBack(candidateId, gone));
    };
  }

  private <T> DeskAnswer<T> callBack(UUID candidateId, DeskAnswer<T> gone) {
    return runs.callFor(candidateId) ? new DeskAnswer.Lost<>() : gone;
  }

  private <T> Optional<DeskAnswer<T>> before(
      UUID candidateId,
      UUID requestId,
      @Nullable Recollection refuses,
      Function<Answered, @Nullable T> part) {
    return answers.standing(candidateId, requestId, refuses).map(part).map(DeskAnswer.Done::new);
  }
}
