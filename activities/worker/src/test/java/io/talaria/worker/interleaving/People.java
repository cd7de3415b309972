package io.talaria.worker.interleaving;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.Holder;
import io.talaria.journey.KeepHold;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Reply;
import io.talaria.journey.Review;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.journey.TakeOver;
import io.talaria.port.Outbound;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A candidate who writes, two recruiters and a lead who do what people do. */
final class People {
  private final Random random;
  private final Actors actors;
  private final Engine engine;
  private final Rows rows;
  private final Clock clock;
  private final UUID[] team;
  private int busy;
  private int seq;

  int reviews;

  /**
   * @param team the first of them is a lead
   */
  People(Random random, Actors actors, Engine engine, Rows rows, Clock clock, UUID[] team) {
    this.random = random;
    this.actors = actors;
    this.engine = engine;
    this.rows = rows;
    this.clock = clock;
    this.team = team;
  }

  void start() {
    life(this::candidateLives);
    for (UUID operator : team) {
      life(() -> recruiterLives(operator));
    }
  }

  private void life(Runnable life) {
    busy++;
    actors.start(
        () -> {
          life.run();
          busy--;
        });
  }

  boolean areDone() {
    return busy == 0;
  }

  private void candidateLives() {
    int words = 1 + random.nextInt(4);
    for (int i = 0; i < words; i++) {
      actors.idle(random.nextInt(25));
      seq++;
      engine.hears(
          new MessageReceived(
              new UUID(rows.candidate().getMostSignificantBits(), seq),
              seq,
              clock.now(),
              Kind.TEXT,
              "m" + seq,
              null,
              rows.opened().numberId()));
    }
  }

  private void recruiterLives(UUID me) {
    boolean lead = me.equals(team[0]);
    for (int i = random.nextInt(4); i > 0; i--) {
      actors.idle(random.nextInt(30));
      Holder holder = engine.durable().hold().holder();
      Review.Waiting waiting = engine.durable().inReview();
      if (waiting != null && random.nextInt(4) > 0) {
        decides(me, waiting);
      } else if (holder == null || !holder.operatorId().equals(me)) {
        takesOver(me, lead && random.nextInt(3) == 0);
      } else {
        UUID other = team[random.nextInt(team.length)];
        asks(
            switch (random.nextInt(5)) {
              case 0, 1 -> new HandBack(id(), me, holder.takeoverId(), null, null, null, false);
              case 2 -> new HandOver(id(), me, me, other, "colleague", lead, null);
              case 3 -> new KeepHold(id(), me);
              default -> new Reply(id(), me, new Outbound.Text("words"));
            });
      }
    }
  }

  /** What they saw may be out of date by the time that the journey hears of it. */
  private void decides(UUID me, Review.Waiting waiting) {
    Choice choice =
        switch (random.nextInt(5)) {
          case 0 -> Choice.REJECT;
          case 1 -> Choice.EDIT;
          default -> Choice.APPROVE;
        };
    String text = choice == Choice.EDIT ? "other words" : "words";
    actors.idle(random.nextInt(10));
    var decision =
        new ReviewDecision(id(), me, "name", waiting.version(), choice, List.of(text), "because");
    if (asks(decision)) {
      reviews++;
    }
  }

  /** The console: first the brake, then the journey; what is refused lets it go again. */
  private void takesOver(UUID me, boolean fromHolder) {
    UUID request = id();
    var epoch = rows.raise(request, me, fromHolder);
    if (epoch.isEmpty()) {
      return;
    }
    actors.pause();
    if (!asks(new TakeOver(request, me, "name", epoch.get(), "because", fromHolder))) {
      rows.refuse(request);
    }
  }

  /** Asks, sometimes twice, and waits. */
  private boolean asks(RecruiterRequest request) {
    engine.isAsked(request);
    actors.await(() -> engine.answer(request.requestId()) != null);
    if (random.nextInt(4) == 0) {
      engine.isAsked(request);
    }
    return engine.answer(request.requestId());
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
