package io.talaria.journey.flow;

import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Answered;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Next;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/**
 * The story of a journey: take in, decide, act, sleep till the next deadline. Handlers only note
 * and wait; everything happens in the main loop, one thing at a time.
 */
public class CandidateJourneyImpl implements CandidateJourney {
  private final Mailbox mailbox = new Mailbox();
  private final Conversation talk;
  private final Book book;
  private final Alarm alarm;
  private final Reception reception;

  /** Called by the engine, before any handler. */
  @WorkflowInit
  public CandidateJourneyImpl(JourneyStart start) {
    talk = new Conversation(start, mailbox);
    book = talk.book();
    alarm = new Alarm(book.time());
    reception = new Reception(book, mailbox);
  }

  @Override
  public void run(JourneyStart start) {
    book.time()
        .await(
            () ->
                book.begun()
                    || start.left() != null
                    || start.planned() != null
                    || mailbox.hasArrived());
    if (!book.begin(mailbox.arrivedIds())) {
      return;
    }
    try {
      live(new NextRun(start, talk, mailbox));
    } catch (Overtaken e) {
      // Only the run that Temporal holds for the current one gets past this.
      Workflow.await(Workflow::isEveryHandlerFinished);
      Workflow.continueAsNew(start.goingOnWith(book.state().journeyId()));
    }
  }

  private void live(NextRun next) {
    talk.resume();
    var desk = new RecruiterRequests(talk, mailbox);
    talk.speech().servedBy(desk::serve);
    while (true) {
      talk.takeIn();
      if (mailbox.hasRequests()) {
        desk.serve(mailbox.takeRequest());
        continue;
      }
      if (next.overdue()) {
        next.begin();
        continue;
      }
      if (talk.speech().brake().isMet() && talk.speech().brake().look()) {
        alarm.rest(Duration.ofSeconds(20), "a takeover announced itself", mailbox::hasNews);
        continue;
      }
      Act act =
          Next.of(
              book.state(),
              talk.reading(),
              talk.typingUntil(),
              book.unrecorded(),
              talk.sends().onQueue(),
              book.now());
      switch (act) {
        case Act.Wait wait -> sleep(next, wait);
        case Act.Close close -> {
          Workflow.await(Workflow::isEveryHandlerFinished);
          return;
        }
        default -> {
          if (alarm.circles()) {
            alarm.rest(Duration.ofMinutes(1), "it went round in circles", mailbox::hasNews);
            continue;
          }
          talk.perform(act);
        }
      }
    }
  }

  private void sleep(NextRun next, Act.Wait wait) {
    if (next.due()) {
      next.begin();
    } else {
      alarm.sleepUntil(
          wait.until(),
          wait.what(),
          () -> book.wakingAt(wait.until()),
          () -> mailbox.hasNews() || talk.sends().answered() || next.mayBeDue());
    }
  }

  @Override
  public void messageReceived(MessageReceived message) {
    mailbox.note(message);
  }

  @Override
  public void takeMessage(MessageReceived message) {
    mailbox.note(message);
  }

  @Override
  public void wake() {
    alarm.ring();
  }

  @Override
  public void sendSettled(SendSettled settled) {
    mailbox.note(settled);
  }

  @Override
  public void sendDelivered(SendDelivered delivered) {
    mailbox.note(delivered);
  }

  @Override
  public void candidateMarked(CandidateMarked marked) {
    mailbox.note(marked);
  }

  @Override
  public void sendTimed(SendTimed timed) {
    mailbox.note(timed);
  }

  @Override
  public void phaseChanged(PhaseChanged changed) {
    mailbox.note(changed);
  }

  @Override
  public void outsideSpoke(OutsideSpoke spoke) {
    mailbox.note(spoke);
  }

  @Override
  public void planChosen(PlanChosen chosen) {
    mailbox.note(chosen);
  }

  @Override
  public TakeoverReceipt takeOver(TakeOver request) {
    return reception.answer(request, Answered::takeover);
  }

  @Override
  public void checkTakeOver(TakeOver request) {
    reception.check(request);
  }

  @Override
  public HandbackReceipt handBack(HandBack request) {
    return reception.answer(request, Answered::handback);
  }

  @Override
  public void checkHandBack(HandBack request) {
    reception.check(request);
  }

  @Override
  public HoldReceipt handOver(HandOver request) {
    return reception.answer(request, Answered::hold);
  }

  @Override
  public void checkHandOver(HandOver request) {
    reception.check(request);
  }

  @Override
  public HoldReceipt keepHold(KeepHold request) {
    return reception.answer(request, Answered::hold);
  }

  @Override
  public void checkKeepHold(KeepHold request) {
    reception.check(request);
  }

  @Override
  public ReplyReceipt reply(Reply request) {
    return reception.answer(request, Answered::reply);
  }

  @Override
  public void checkReply(Reply request) {
    reception.check(request);
  }

  @Override
  public ReplyReceipt sendProactive(ProactiveMessage request) {
    return reception.answer(request, Answered::reply);
  }

  @Override
  public void checkSendProactive(ProactiveMessage request) {
    reception.check(request);
  }

  @Override
  public ScheduleReceipt schedule(ScheduleReply request) {
    return reception.answer(request, Answered::schedule);
  }

  @Override
  public void checkSchedule(ScheduleReply request) {
    reception.check(request);
  }

  @Override
  public ScheduleReceipt cancelScheduled(CancelScheduled request) {
    return reception.answer(request, Answered::schedule);
  }

  @Override
  public void checkCancelScheduled(CancelScheduled request) {
    reception.check(request);
  }

  @Override
  public ReplyReceipt settle(SettleSend request) {
    return reception.answer(request, Answered::reply);
  }

  @Override
  public void checkSettle(SettleSend request) {
    reception.check(request);
  }

  @Override
  public ReviewReceipt decideReview(ReviewDecision request) {
    return reception.answer(request, Answered::review);
  }

  @Override
  public void checkDecideReview(ReviewDecision request) {
    reception.check(request);
  }

  @Override
  public Acknowledgement acknowledge(AcknowledgeAlert request) {
    return reception.answer(request, Answered::acknowledgement);
  }

  @Override
  public void checkAcknowledge(AcknowledgeAlert request) {
    reception.check(request);
  }

  @Override
  public JourneyState state() {
    return book.state();
  }
}
