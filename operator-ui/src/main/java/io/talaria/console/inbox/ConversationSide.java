package io.talaria.console.inbox;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.inbox.Takeovers.HeldBy;
import io.talaria.console.inbox.Takeovers.No;
import io.talaria.console.inbox.Takeovers.Stopped;
import io.talaria.console.inbox.Takeovers.Taken;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Holder;
import io.talaria.journal.reading.Conversation.OpenTakeover;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.send.ErrorTable;
import io.talaria.journey.JourneyState.Scheduled;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Outbound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The open conversation with what it reads and asks. */
class ConversationSide implements ConversationPane.Listener {
  private static final int MESSAGES = 100;

  private final Words words = Words.here();
  private final SignedIn me;
  private final OpenedReader reader;
  private final Requests requests;
  private final Background background;
  private final ConsoleSettings settings;
  private final Runnable leave;
  private final Runnable toggleCard;
  private final BiConsumer<UI, UUID> seen;
  private final Interventions interventions;
  private final Reviewing reviewing;
  private final ConversationPane pane;
  private final CardPane card;
  private @Nullable UUID candidate;
  private @Nullable Opened opened;
  private @Nullable Sent asked;
  private int limit = MESSAGES;
  private boolean named;
  private boolean busy;
  private boolean opening;
  private @Nullable Runnable whenShown;
  private PendingReply pending = PendingReply.NONE;

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
    this.reader = reader;
    this.requests = requests;
    this.background = background;
    this.settings = settings;
    this.leave = leave;
    this.toggleCard = toggleCard;
    this.seen = seen;
    this.interventions = new Interventions(me, requests, this::ask, this::unlessDone, this::kept);
    this.reviewing =
        new Reviewing(me, requests, this::ask, this::read, this::refusal, ConversationSide::tell);
    this.pane = new ConversationPane(me, this);
    this.card = new CardPane(settings, valued -> with(id -> interventions.mark(id, valued)));
  }

  ConversationPane pane() {
    return pane;
  }

  CardPane card() {
    return card;
  }

  /** The candidate's name before the page's title, once it is known. */
  String title() {
    return opened == null
        ? ""
        : Names.of(opened.head().name(), opened.head().candidateId(), words) + " · ";
  }

  /**
   * Opens a conversation.
   *
   * @param id null when the address names none that is an id
   * @param wished whether the address names one at all
   */
  void open(UI ui, @Nullable UUID id, boolean wished) {
    boolean other = id == null || !id.equals(candidate);
    candidate = id;
    named = wished;
    if (!other) {
      return;
    }
    opened = null;
    asked = null;
    limit = MESSAGES;
    pending = PendingReply.NONE;
    busy = false;
    opening = false;
    whenShown = null;
    card.show(null, null);
    if (id == null) {
      pane.instead(wished ? EmptyInbox.unknown() : EmptyInbox.choose());
    } else {
      opening = true;
      refresh(ui);
    }
  }

  /** Nothing is open; what is said then depends on whether anybody is there. */
  void nothingOpen(long journeys) {
    if (!named) {
      pane.instead(journeys == 0 ? EmptyInbox.first(me, settings) : EmptyInbox.choose());
    }
  }

  /** Reads it again and draws what is different. */
  void refresh(UI ui) {
    UUID id = candidate;
    if (id == null) {
      return;
    }
    int depth = limit;
    background.run(
        ui,
        () -> reader.read(me, id, depth),
        found -> {
          if (id.equals(candidate)) {
            show(ui, found);
          }
        },
        failure -> {
          opening = false;
          whenShown = null;
          tell(words.say("error.journal"));
        });
  }

  /**
   * A key that was pressed before the conversation shows, or while it is asked something else, is
   * not lost: what it wishes is done when it shows.
   */
  private boolean waits(Runnable wish) {
    if (opening || busy) {
      whenShown = wish;
    }
    return opening || busy;
  }

  private void show(UI ui, Optional<Opened> found) {
    Runnable wish = whenShown;
    opening = false;
    whenShown = null;
    if (found.isEmpty()) {
      pane.instead(EmptyInbox.unknown());
      return;
    }
    opened = found.get();
    pending = pending.begun(opened.lastOfTeam());
    pane.show(opened);
    card.show(opened, asked);
    seen.accept(ui, opened.head().candidateId());
    ui.getPage().setTitle(title() + words.say("rail.inbox") + " · Talaria");
    if (wish != null) {
      wish.run();
    }
  }

  @Override
  public void takeOver() {
    Head head = head();
    if (waits(this::takeOver) || head == null) {
      return;
    }
    Holder holder = head.holder();
    if (!head.open()) {
      tell(words.say("refused.ENDED"));
    } else if (holder == null) {
      take(UUID.randomUUID(), false, null);
    } else if (pane.mine(head) && head.takeover() != null && ConversationPane.requested(head)) {
      // Asked for already: the same takeover is asked for again, not another one.
      take(head.takeover().id(), false, null);
    } else if (pane.mine(head)) {
      tell(words.say("takeover.yours"));
    } else if (me.lead()) {
      Dialogs.takeFrom(holder, reason -> take(UUID.randomUUID(), true, reason));
    } else {
      tell(taken(holder.name(), holder.since()));
    }
  }

  private void take(UUID request, boolean fromHolder, @Nullable String reason) {
    UUID id = candidate;
    if (id == null) {
      return;
    }
    ask(
        () -> requests.take(me, id, request, fromHolder, reason),
        result -> {
          switch (result) {
            case Taken taken -> pane.composer().focus();
            case Stopped stopped -> {} // the transcript and the composer say it
            case HeldBy held -> tell(taken(held.name(), held.since()));
            case No(String key, String sentence) -> tell(words.sayOr(key, sentence));
          }
        });
  }

  private String taken(String name, java.time.Instant since) {
    return words.say("takeover.taken", "name", name, "t", Moments.here().near(since));
  }

  @Override
  public void handBack() {
    Head head = head();
    UUID id = candidate;
    if (waits(this::handBack) || head == null || id == null) {
      return;
    }
    if (!pane.mine(head) || !head.open()) {
      tell(words.say(head.open() ? "refused.NOT_HOLDER" : "refused.ENDED"));
      return;
    }
    OpenTakeover takeover = head.takeover();
    UUID hold = takeover == null || takeover.requested() ? null : takeover.id();
    interventions.handBack(id, hold, scheduled());
  }

  @Override
  public void handOver() {
    Head head = head();
    UUID id = candidate;
    if (waits(this::handOver) || head == null || id == null) {
      return;
    }
    Holder holder = head.holder();
    if (holder == null || !pane.mayGive(head)) {
      tell(words.say(head.open() ? "refused.NOT_HOLDER" : "refused.ENDED"));
      return;
    }
    interventions.handOver(id, holder);
  }

  @Override
  public void keep() {
    with(interventions::keep);
  }

  @Override
  public void schedule(Outbound content) {
    with(id -> interventions.schedule(id, content));
  }

  @Override
  public void change(Scheduled scheduled) {
    with(id -> interventions.change(id, scheduled));
  }

  @Override
  public void cancel(Scheduled scheduled) {
    with(id -> interventions.cancel(id, scheduled));
  }

  private void with(Consumer<UUID> act) {
    UUID id = candidate;
    if (id != null && !busy) {
      act.accept(id);
    }
  }

  private int scheduled() {
    return opened == null ? 0 : opened.conversation().scheduled().size();
  }

  private void kept(ScheduleReceipt receipt) {
    pane.composer().sent();
    if (receipt.needsWindow()) {
      tell(words.say("schedule.needsWindow"));
    }
  }

  @Override
  public void send(Outbound content) {
    Opened now = opened;
    UUID id = candidate;
    if (now == null || id == null || busy) {
      return;
    }
    Sent other = pending.answeredMeanwhile(now.lastOfTeam(), me.id());
    if (other != null) {
      pending = pending.seen(now.lastOfTeam());
      pane.composer()
          .notSent(
              words.say(
                  "collision",
                  "name",
                  other.operatorName() == null ? "" : other.operatorName(),
                  "t",
                  Moments.here().minute(other.at())));
      return;
    }
    pending = pending.of(content);
    UUID request = pending.request();
    pane.composer().sending(true);
    boolean beside = now.head().holder() == null;
    ask(
        () ->
            beside
                ? requests.writeBeside(me, id, request, content)
                : requests.reply(me, id, request, content),
        answer -> {
          pane.composer().sending(false);
          switch (answer) {
            case DeskAnswer.Done<ReplyReceipt>(ReplyReceipt receipt) -> replied(receipt);
            case DeskAnswer.Away<ReplyReceipt> away ->
                pane.composer().notSent(words.say("reply.away"));
            default -> pane.composer().notSent(refusal(answer));
          }
        });
  }

  private void replied(ReplyReceipt receipt) {
    pending = PendingReply.NONE.seen(opened == null ? null : opened.lastOfTeam());
    if (receipt.standing() == ReplyReceipt.Standing.NOT_SENT) {
      pane.composer().notSent(whyNot(receipt));
    } else {
      pane.composer().sent();
    }
  }

  /** By WhatsApp's number where we have words for it, else by what such refusals mean. */
  private String whyNot(ReplyReceipt receipt) {
    String reason = receipt.reason();
    String meaning =
        words.sayOr(reason == null ? "error.unknown" : reason, words.say("error.unknown"));
    Integer code = receipt.errorCode();
    return code == null
        ? meaning
        : words.sayOr(ErrorTable.sentence(code), meaning) + " (" + code + ")";
  }

  @Override
  public void settle(Sent sent, Choice choice) {
    UUID id = candidate;
    UUID request = UUID.randomUUID();
    if (id != null) {
      ask(() -> requests.settle(me, id, request, sent.key(), choice), this::unlessDone);
    }
  }

  @Override
  public void decide(Waiting proposal, ReviewDecision.Choice choice, List<String> texts) {
    UUID id = candidate;
    if (id != null) {
      reviewing.decide(id, proposal, choice, texts, pane.proposed());
    }
  }

  /** A key of the review; like all keys it isn't lost when it comes too early. */
  void review(Consumer<ProposedReply> wish) {
    if (!waits(() -> review(wish)) && opened != null) {
      wish.accept(pane.proposed());
    }
  }

  private Optional<Conversation> read() {
    UUID id = candidate;
    return id == null ? Optional.empty() : reader.read(me, id, MESSAGES).map(Opened::conversation);
  }

  @Override
  public void why(Sent sent) {
    asked = sent;
    if (opened != null) {
      card.show(opened, sent);
    }
  }

  @Override
  public void explain(UUID takeover, String reason) {
    UUID id = candidate;
    if (id != null) {
      ask(
          () -> {
            requests.explain(me, id, takeover, reason);
            return reason;
          },
          done -> {});
    }
  }

  @Override
  public void earlier() {
    limit += MESSAGES;
    refresh(UI.getCurrent());
  }

  @Override
  public void cardToggled() {
    toggleCard.run();
  }

  @Override
  public void back() {
    leave.run();
  }

  private <T> void ask(Supplier<T> request, Consumer<T> answer) {
    UI ui = UI.getCurrent();
    UUID id = candidate;
    busy = true;
    pane.asking(true);
    background.run(
        ui,
        request,
        result -> {
          answered(ui, id);
          answer.accept(result);
        },
        failure -> {
          answered(ui, id);
          pane.composer().sending(false);
          pane.proposed().busy(false);
          tell(words.say("error.click"));
        });
  }

  private void answered(UI ui, @Nullable UUID id) {
    if (id != null && id.equals(candidate)) {
      busy = false;
      pane.asking(false);
      refresh(ui);
    }
  }

  private void unlessDone(DeskAnswer<?> answer) {
    if (!(answer instanceof DeskAnswer.Done)) {
      tell(refusal(answer));
    }
  }

  private String refusal(DeskAnswer<?> answer) {
    return switch (answer) {
      case DeskAnswer.Refused<?>(var why, var sentence, var knows) ->
          why == null ? sentence : words.sayOr("refused." + why.name(), sentence);
      case DeskAnswer.Gone<?> gone -> words.say("refused.GONE");
      case DeskAnswer.Lost<?> lost -> words.say("refused.LOST");
      case DeskAnswer.Away<?> away -> words.say("desk.away");
      case DeskAnswer.Done<?> done -> "";
    };
  }

  private @Nullable Head head() {
    return opened == null ? null : opened.head();
  }

  private static void tell(String sentence) {
    Notification.show(sentence, 7_000, Position.BOTTOM_START);
  }
}
