package io.talaria.console.inbox;

import com.vaadin.flow.component.UI;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.inbox.Takeovers.HeldBy;
import io.talaria.console.inbox.Takeovers.No;
import io.talaria.console.inbox.Takeovers.Stopped;
import io.talaria.console.inbox.Takeovers.Taken;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card.Told;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Holder;
import io.talaria.journal.reading.Conversation.OpenTakeover;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.Scheduled;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the reader does in the open conversation, asked of its journey. */
class ConversationSide implements ConversationPane.Listener, OpenConversation.Watcher {
  private final Words words = Words.here();
  private final DeskSentences sentences = new DeskSentences(words);
  private final SignedIn me;
  private final Requests requests;
  private final Runnable leave;
  private final Runnable toggleCard;
  private final Interventions interventions;
  private final Reviewing reviewing;
  private final Replying replying;
  private final ConversationPane pane;
  private final CardPane card;
  private final OpenConversation open;

  ConversationSide(
      SignedIn me,
      OpenedReader reader,
      Requests requests,
      Background background,
      ConsoleSettings settings,
      Runnable leave,
      Runnable toggleCard,
      BiConsumer<UI, UUID> seen) {
    this.me = me;
    this.requests = requests;
    this.leave = leave;
    this.toggleCard = toggleCard;
    this.pane = new ConversationPane(me, this);
    this.card = new CardPane(settings, this::mark, toggleCard);
    this.open = new OpenConversation(me, reader, background, settings, seen, pane, card, this);
    this.interventions = new Interventions(me, requests, open, sentences::unlessDone, this::kept);
    this.reviewing =
        new Reviewing(me, requests, open, open::readAgain, sentences::refusal, DeskSentences::tell);
    this.replying = new Replying(sentences, me, requests, open, pane.composer());
  }

  ConversationPane pane() {
    return pane;
  }

  CardPane card() {
    return card;
  }

  /** What is open, to be opened, read again or left. */
  OpenConversation open() {
    return open;
  }

  @Override
  public void another() {
    replying.another();
  }

  @Override
  public void read(Opened opened) {
    replying.begun(opened);
  }

  @Override
  public void takeOver() {
    Head head = open.head();
    if (open.waits(this::takeOver) || head == null) {
      return;
    }
    Holder holder = head.holder();
    if (!head.open()) {
      tell("refused.ENDED");
    } else if (holder == null && head.watched()) {
      tell("refused.WATCHED");
    } else if (holder == null) {
      take(UUID.randomUUID(), false, null);
    } else if (pane.mine(head) && head.takeover() != null && ConversationPane.requested(head)) {
      // Asked for already: the same takeover is asked for again, not another one.
      take(head.takeover().id(), false, null);
    } else if (pane.mine(head)) {
      tell("takeover.yours");
    } else if (me.lead()) {
      Dialogs.takeFrom(holder, reason -> take(UUID.randomUUID(), true, reason));
    } else {
      DeskSentences.tell(taken(holder.name(), holder.since()));
    }
  }

  private void take(UUID request, boolean fromHolder, @Nullable String reason) {
    UUID id = open.candidate();
    if (id == null) {
      return;
    }
    open.ask(
        () -> requests.take(me, id, request, fromHolder, reason),
        result -> {
          switch (result) {
            case Taken taken -> pane.composer().focus();
            case Stopped stopped -> {} // the transcript and the composer say it
            case HeldBy held -> DeskSentences.tell(taken(held.name(), held.since()));
            case No(String key, String sentence) -> DeskSentences.tell(words.sayOr(key, sentence));
          }
        });
  }

  private String taken(String name, Instant since) {
    return words.say("takeover.taken", "name", name, "t", Moments.here().near(since));
  }

  @Override
  public void handBack() {
    Head head = open.head();
    if (open.waits(this::handBack) || head == null) {
      return;
    }
    if (!pane.mine(head) || !head.open()) {
      tell(head.open() ? "refused.NOT_HOLDER" : "refused.ENDED");
      return;
    }
    OpenTakeover takeover = head.takeover();
    UUID hold = takeover == null || takeover.requested() ? null : takeover.id();
    interventions.handBack(head.candidateId(), hold, scheduled());
  }

  @Override
  public void handOver() {
    Head head = open.head();
    if (open.waits(this::handOver) || head == null) {
      return;
    }
    Holder holder = head.holder();
    if (holder == null || !pane.mayGive(head)) {
      tell(head.open() ? "refused.NOT_HOLDER" : "refused.ENDED");
      return;
    }
    interventions.handOver(head.candidateId(), holder);
  }

  @Override
  public void acknowledge() {
    Opened now = open.opened();
    if (open.waits(this::acknowledge) || now == null) {
      return;
    }
    Told told = now.card().told();
    if (told == null || !now.head().open()) {
      tell("acknowledge.nothing");
    } else if (told.seenTo() != null) {
      interventions.seenBefore(told.seenTo());
    } else {
      interventions.acknowledge(now.head().candidateId());
    }
  }

  @Override
  public void keep() {
    open.with(interventions::keep);
  }

  @Override
  public void schedule(Outbound content) {
    open.with(id -> interventions.schedule(id, content));
  }

  @Override
  public void change(Scheduled scheduled) {
    open.with(id -> interventions.change(id, scheduled));
  }

  @Override
  public void cancel(Scheduled scheduled) {
    open.with(id -> interventions.cancel(id, scheduled));
  }

  private void mark(boolean valued) {
    open.with(id -> interventions.mark(id, valued));
  }

  private int scheduled() {
    Opened now = open.opened();
    return now == null ? 0 : now.conversation().scheduled().size();
  }

  private void kept(ScheduleReceipt receipt) {
    pane.composer().sent();
    if (receipt.needsWindow()) {
      tell("schedule.needsWindow");
    }
  }

  @Override
  public void send(Outbound content) {
    Opened now = open.opened();
    if (now != null && !open.busy()) {
      replying.send(now, content);
    }
  }

  @Override
  public void settle(Sent sent, Choice choice) {
    UUID id = open.candidate();
    UUID request = UUID.randomUUID();
    if (id != null) {
      open.ask(() -> requests.settle(me, id, request, sent.key(), choice), sentences::unlessDone);
    }
  }

  @Override
  public void decide(Waiting proposal, ReviewDecision.Choice choice, List<String> texts) {
    UUID id = open.candidate();
    if (id != null) {
      reviewing.decide(id, proposal, choice, texts, pane.proposed());
    }
  }

  /** A key of the review; like all keys it isn't lost when it comes too early. */
  void review(Consumer<ProposedReply> wish) {
    if (!open.waits(() -> review(wish)) && open.opened() != null) {
      wish.accept(pane.proposed());
    }
  }

  @Override
  public void why(Sent sent) {
    open.why(sent);
  }

  @Override
  public void explain(UUID takeover, String reason) {
    UUID id = open.candidate();
    if (id != null) {
      open.ask(
          () -> {
            requests.explain(me, id, takeover, reason);
            return reason;
          },
          done -> {});
    }
  }

  @Override
  public void earlier() {
    open.deeper(UI.getCurrent());
  }

  @Override
  public void cardToggled() {
    toggleCard.run();
  }

  @Override
  public void back() {
    leave.run();
  }

  private void tell(String key) {
    DeskSentences.tell(words.say(key));
  }
}
