package io.talaria.dev.storm.people;

import io.talaria.dev.storm.people.Takeovers.HeldBy;
import io.talaria.dev.storm.people.Takeovers.No;
import io.talaria.dev.storm.people.Takeovers.Taken;
import io.talaria.dev.storm.seed.Dice;
import io.talaria.journey.SettleSend.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A recruiter of a run: takes over, writes, schedules, gives to colleagues, hands back or keeps the
 * conversation, writes beside the bot, sees to what the team was told, and decides about sends of
 * which nobody knows.
 */
public final class Recruiter {
  private final Operator me;
  private final List<Operator> colleagues;
  private final Dice dice;
  private final Console console;
  private final Takeovers takeovers;

  /**
   * @param all who may hold journeys, this recruiter included
   */
  public Recruiter(Operator me, List<Operator> all, Desk desk, Holds holds, long seed) {
    this.me = me;
    this.colleagues = all.stream().filter(other -> !other.equals(me)).toList();
    this.dice = Dice.of(seed, "recruiter " + me.name());
    this.console = new Console(desk, holds, dice);
    this.takeovers = new Takeovers(desk, holds, dice);
  }

  /** Somebody to take over: the number, and the candidate's id once there is one. */
  public record Contact(String number, UUID candidate) {}

  /** A send of which nobody knows, as the console shows it. */
  public record Uncertain(String key, Contact contact) {}

  /** What the console lists; empty while the journal is away. */
  public interface Lists {
    List<Contact> open();

    List<Contact> held();

    List<Uncertain> uncertain();

    /** Whose journeys the team was told of, and nobody has seen to. */
    List<Contact> alerted();
  }

  /** Works until the storm's load ends, then finishes what was begun. */
  public void work(Instant end, Lists lists) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      Thread.sleep(dice.between(200, 1500));
      if (dice.chance(0.4)) {
        settleOne(lists.uncertain());
      }
      if (dice.chance(0.3)) {
        acknowledgeOne(lists.alerted());
      }
      List<Contact> known = me.lead() && dice.chance(0.5) ? lists.held() : lists.open();
      if (!known.isEmpty()) {
        attend(dice.pick(known), end);
      }
    }
    settleOne(lists.uncertain());
  }

  private void attend(Contact contact, Instant end) throws InterruptedException {
    if (dice.chance(0.65)) {
      serve(contact, end);
      return;
    }
    if (dice.chance(0.6)) {
      console.writeBeside(me, contact, "Aqui é " + me.name() + ", ao lado do assistente");
    } else {
      scheduleSomething(me, contact);
    }
    console.repeatSome();
  }

  private void settleOne(List<Uncertain> uncertain) throws InterruptedException {
    if (uncertain.isEmpty()) {
      return;
    }
    Uncertain send = dice.pick(uncertain);
    console.settle(me, send.contact(), send.key(), dice.pick(List.of(Choice.values())));
    console.repeatSome();
  }

  private void acknowledgeOne(List<Contact> alerted) throws InterruptedException {
    if (!alerted.isEmpty()) {
      console.acknowledge(me, dice.pick(alerted));
      console.repeatSome();
    }
  }

  private void serve(Contact contact, Instant end) throws InterruptedException {
    Optional<UUID> held = takeOver(contact);
    if (held.isEmpty()) {
      return;
    }
    Operator holder = me;
    UUID hold = held.get();
    write(holder, contact);
    if (dice.chance(0.25)) {
      console.explain(holder, contact, hold, "pediu uma pessoa");
    }
    if (dice.chance(0.25)) {
      Operator colleague = dice.pick(colleagues);
      UUID given = console.handOver(holder, contact, holder, colleague);
      if (given != null) {
        holder = colleague;
        hold = given;
        write(holder, contact);
      }
    }
    if (Instant.now().isBefore(end) && dice.chance(0.5)) {
      Thread.sleep(dice.between(0, 2500));
    }
    if (dice.chance(0.7)) {
      console.handBack(holder, contact, hold, dice.chance(0.3));
    } else {
      console.keep(holder, contact);
    }
    // A browser that comes back from sleep repeats what it had asked.
    console.repeatSome();
  }

  private void write(Operator holder, Contact contact) throws InterruptedException {
    int replies = dice.between(0, 2);
    for (int i = 0; i < replies; i++) {
      Thread.sleep(dice.between(0, 700));
      console.reply(holder, contact, "Aqui é " + holder.name() + ", resposta " + (i + 1));
    }
    if (dice.chance(0.25)) {
      scheduleSomething(holder, contact);
    }
  }

  private void scheduleSomething(Operator writer, Contact contact) throws InterruptedException {
    String words = "Aqui é " + writer.name() + ", como combinado";
    UUID scheduled = console.schedule(writer, contact, words, dice.between(1000, 8000), null);
    if (dice.chance(0.3)) {
      Thread.sleep(dice.between(0, 1500));
      console.cancel(writer, contact, scheduled);
    } else if (dice.chance(0.3)) {
      Thread.sleep(dice.between(0, 1500));
      int later = dice.between(1000, 6000);
      console.schedule(writer, contact, words + ", mais tarde", later, scheduled);
    }
  }

  /** The takeover's request id when the journey said yes. */
  public Optional<UUID> takeOver(Contact contact) throws InterruptedException {
    return switch (takeovers.take(me, contact, null)) {
      case Taken(UUID request) -> Optional.of(request);
      case HeldBy(String name) -> me.lead() ? interfere(contact, name) : Optional.empty();
      case No no -> Optional.empty();
    };
  }

  /** A lead takes what a colleague has, or gives it to another one. */
  private Optional<UUID> interfere(Contact contact, String holder) throws InterruptedException {
    if (dice.chance(0.6)) {
      return takeovers.take(me, contact, "férias") instanceof Taken(UUID request)
          ? Optional.of(request)
          : Optional.empty();
    }
    Optional<Operator> from =
        colleagues.stream().filter(other -> other.name().equals(holder)).findFirst();
    List<Operator> others =
        colleagues.stream().filter(other -> !other.name().equals(holder)).toList();
    if (from.isPresent()) {
      console.handOver(me, contact, from.get(), dice.pick(others));
    }
    return Optional.empty();
  }
}
