package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.SendSettled;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Outbound;
import io.talaria.worker.interleaving.Rows;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A candidate who writes, two recruiters and a lead, and WhatsApp's statuses. */
final class People {
  /** The first one is a lead. */
  private static final UUID[] TEAM = {new UUID(1, 1), new UUID(1, 2), new UUID(1, 3)};

  private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

  private final Life life;
  private final Asking asking;
  private final Executor calls;
  private final List<CompletableFuture<?>> underWay = new ArrayList<>();

  People(Life life, WorkflowClient client, Executor calls) {
    this.life = life;
    this.asking = new Asking(life, client);
    this.calls = calls;
  }

  /** Does this; what has an answer is done when somebody has it. */
  CompletableFuture<?> act(Step step) {
    return switch (step.kind()) {
      case WRITES -> writes(step, 1);
      case WRITES_MUCH -> writes(step, 2 + life.dice.below(3, "much", step.number()));
      case RECRUITER_ACTS -> acts(step);
      case RECRUITER_REPEATS -> repeats(step);
      case STATUSES_COME -> statusesCome();
      case WAKES -> calls(asking::wakes);
    };
  }

  /** Whether everybody has their answers. */
  boolean areDone() {
    synchronized (underWay) {
      return underWay.stream().allMatch(CompletableFuture::isDone);
    }
  }

  private CompletableFuture<?> writes(Step step, int messages) {
    for (int i = 0; i < messages; i++) {
      boolean taps = life.dice.oneIn(3, "taps", step.number(), i);
      MessageReceived message;
      synchronized (life) {
        long seq = life.evidence.written.size() + 1L;
        message =
            new MessageReceived(
                new UUID(life.candidate.getLeastSignificantBits(), seq),
                seq,
                life.clock.get(),
                taps ? Kind.CHOICE : Kind.TEXT,
                "m" + seq,
                taps ? "choice" : null,
                Life.NUMBER);
        life.evidence.written.add(message);
      }
      if (message.seq() > 1 && life.dice.oneIn(4, "handed", message.seq())) {
        calls(() -> asking.hands(message));
      } else {
        asking.tells(message);
      }
      if (life.dice.oneIn(8, "told again", message.seq())) {
        asking.tells(message);
      }
    }
    return DONE;
  }

  /** As who sees who holds the conversation, perhaps no more when the journey hears of it. */
  private CompletableFuture<?> acts(Step step) {
    int n = step.number();
    UUID me = TEAM[life.dice.below(TEAM.length, "who", n)];
    JourneyState seen;
    synchronized (life) {
      seen = life.rows.left();
    }
    if (seen == null) {
      return DONE;
    }
    Holder holder = seen.hold().holder();
    if (holder == null || (!holder.operatorId().equals(me) && life.dice.oneIn(3, "insists", n))) {
      boolean isLead = me.equals(TEAM[0]);
      CompletableFuture<?> mine = takesOver(n, me, isLead && life.dice.oneIn(3, "from", n));
      return !isLead && life.dice.oneIn(3, "both", n) ? takesOver(n, TEAM[0], true) : mine;
    }
    return hasIt(n, holder);
  }

  private CompletableFuture<?> hasIt(int n, Holder holder) {
    UUID me = holder.operatorId();
    UUID id = life.dice.id("request", n);
    return switch (life.dice.below(8, "holder", n)) {
      case 0, 1, 2, 3 -> {
        synchronized (life) {
          life.evidence.asksToRelease(id);
        }
        yield asks(
            "handBack",
            new HandBack(id, me, holder.takeoverId(), null, null, null, false),
            HandbackReceipt.class);
      }
      case 4 -> {
        UUID other = TEAM[life.dice.below(TEAM.length, "colleague", n)];
        yield asks(
            "handOver",
            new HandOver(id, me, me, other, "colleague", me.equals(TEAM[0]), null),
            HoldReceipt.class);
      }
      case 5 -> asks("keepHold", new KeepHold(id, me), HoldReceipt.class);
      default ->
          asks("reply", new Reply(id, me, new Outbound.Text("a person's")), ReplyReceipt.class);
    };
  }

  /** The console: first the brake, then the journey; what is refused lets it go again. */
  private CompletableFuture<?> takesOver(int n, UUID me, boolean fromHolder) {
    UUID id = life.dice.id("takeover", n, me.toString());
    Optional<Long> epoch;
    synchronized (life) {
      epoch = life.rows.raise(id, me, fromHolder);
    }
    if (epoch.isEmpty()) {
      return DONE;
    }
    var wish = new TakeOver(id, me, "name", epoch.get(), "because", fromHolder);
    return calls(
        () -> {
          Optional<TakeoverReceipt> receipt = answered("takeOver", wish, TakeoverReceipt.class);
          synchronized (life) {
            receipt.ifPresentOrElse(
                told -> life.evidence.acknowledged(id, told), () -> life.rows.refuse(id));
          }
        });
  }

  /** Sometimes by two clicks. */
  private <T> CompletableFuture<?> asks(String update, RecruiterRequest wish, Class<T> receipt) {
    if (life.dice.oneIn(4, "two clicks", wish.requestId().toString())) {
      calls(() -> asking.asks(update, wish.requestId() + ":too", wish, receipt));
    }
    return calls(() -> answered(update, wish, receipt));
  }

  private <T> Optional<T> answered(String update, RecruiterRequest wish, Class<T> receipt) {
    Optional<T> told = asking.asks(update, wish.requestId().toString(), wish, receipt);
    synchronized (life) {
      told.ifPresent(answer -> life.evidence.receipts.put(wish, answer));
    }
    return told;
  }

  /** What was answered before is answered the same, by whichever run. */
  private CompletableFuture<?> repeats(Step step) {
    List<Map.Entry<RecruiterRequest, Object>> answered;
    synchronized (life) {
      answered = List.copyOf(life.evidence.receipts.entrySet());
    }
    if (answered.isEmpty()) {
      return DONE;
    }
    var one = answered.get(life.dice.below(answered.size(), "which", step.number()));
    RecruiterRequest wish = one.getKey();
    String name = wish.getClass().getSimpleName();
    String update = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    String updateId = wish.requestId() + ":" + step.number();
    return calls(
        () -> {
          Optional<?> again = asking.asks(update, updateId, wish, one.getValue().getClass());
          synchronized (life) {
            life.evidence.repeated++;
            if (!again.equals(Optional.of(one.getValue()))) {
              life.evidence.fault(
                  "%s was answered %s, then %s".formatted(wish, one.getValue(), again));
            }
          }
        });
  }

  /** WhatsApp tells what became of what nobody knew. */
  CompletableFuture<?> statusesCome() {
    var facts = new ArrayList<SendSettled>();
    synchronized (life) {
      for (String key : life.rows.uncertain()) {
        boolean arrived = life.evidence.ledger.has(key);
        life.rows.finish(new Rows.Send(key, 0, null), arrived ? "SENT" : "REJECTED");
        facts.add(new SendSettled(key, arrived, null, null, life.clock.get()));
      }
    }
    for (SendSettled fact : facts) {
      asking.tells(fact);
    }
    return DONE;
  }

  /** What nobody took in is told again. */
  void messagesAreToldAgain() {
    List<MessageReceived> untaken;
    synchronized (life) {
      untaken =
          life.evidence.written.stream()
              .filter(message -> !life.journal.isTakenIn(message.id()))
              .toList();
    }
    for (MessageReceived message : untaken) {
      asking.tells(message);
    }
  }

  /** The life is over. */
  void end() {
    asking.ends();
  }

  private CompletableFuture<?> calls(Runnable call) {
    CompletableFuture<?> done =
        CompletableFuture.runAsync(call, calls)
            .exceptionally(
                failure -> {
                  synchronized (life) {
                    life.evidence.fault(String.valueOf(failure.getCause()));
                  }
                  return null;
                });
    synchronized (underWay) {
      underWay.add(done);
    }
    return done;
  }
}
