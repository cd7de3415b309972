package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Proposal;
import java.util.Optional;

/** What the candidate sent about an interview, in the order in which it is looked at. */
interface InterviewTalk {
  /** Where a time stands, the talk is about the meeting; else about the times that are offered. */
  static InterviewTalk of(Scene scene, Ask open, Answer.Interview interview, Drafting drafting) {
    return Interviews.chosen(scene, open)
        .<InterviewTalk>map(at -> new MeetingTalk(scene, open, interview, drafting, at))
        .orElseGet(() -> new TimeTalk(scene, open, interview, drafting));
  }

  /** The answer to what is clear; empty for anything else. */
  Optional<Proposal> clear();

  /**
   * The answer to what asks back, and counts as not understood; empty when it says nothing about
   * the interview.
   */
  Optional<Proposal> unclear();
}
