package io.talaria.dev.storm.people;

import io.talaria.dev.storm.network.Choice;
import io.talaria.dev.storm.network.Network;
import io.talaria.dev.storm.network.Phones;
import io.talaria.dev.storm.network.Send;
import io.talaria.dev.storm.seed.Dice;
import io.talaria.dev.storm.seed.Person;
import io.talaria.dev.storm.seed.Person.Temper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lives one candidate's part of a run: writes, reads, answers, falls silent. */
public final class Candidate {
  private static final int FLOOD = 150;
  private static final int FLOOD_PER_BODY = 30;
  private static final List<String> OPENINGS =
      List.of("oi", "Oi! Vi a vaga", "hello", "hola, vi la vacante", "bom dia");
  private static final List<String> NONSENSE =
      List.of("???", "banana", "não sei", "👍", "...", "12 ou 13 talvez", "qual?", "sim");
  private static final List<String> SENSE =
      List.of("5", "Java", "1", "Gosto de trabalhar em equipe.", "9000 reais", "nada", "2");

  private final Person person;
  private final Phones phones;
  private final Network network;
  private final Dice dice;
  private final BlockingQueue<Send> arrived = new LinkedBlockingQueue<>();
  private int answers;

  public Candidate(Person person, Phones phones, Network network, long seed) {
    this.person = person;
    this.phones = phones;
    this.network = network;
    this.dice = Dice.of(seed, "candidate " + person.index());
    this.answers = person.answers();
    phones.own(person.number(), arrived::add);
  }

  /** Blocks until the storm's load ends; a silent candidate returns early. */
  public void live(Instant end) throws InterruptedException {
    Thread.sleep(person.startMillis());
    if (person.temper() == Temper.FLOODS) {
      network.slow(person.number(), 3000);
    }
    if (person.temper() == Temper.EAGER) {
      network.kindTo(person.number());
      phones.promptly(person.number());
    }
    say(dice.pick(OPENINGS));
    if (person.temper() == Temper.FLOODS) {
      flood();
    }
    while (Instant.now().isBefore(end)) {
      Send question = arrived.poll(dice.between(300, 2500), TimeUnit.MILLISECONDS);
      if (question == null) {
        unasked();
      } else if (person.temper() == Temper.EAGER) {
        promptly(question);
      } else if (answers-- > 0) {
        answer(last(question));
      } else {
        return;
      }
    }
  }

  /** While the first answer is on its way. */
  private void flood() throws InterruptedException {
    Instant giveUp = Instant.now().plus(Duration.ofSeconds(20));
    while (arrived.isEmpty() && Instant.now().isBefore(giveUp)) {
      Thread.sleep(20);
    }
    List<String> texts = IntStream.rangeClosed(1, FLOOD).mapToObj(i -> "mensagem " + i).toList();
    phones.writeMany(person.number(), person.name(), texts, FLOOD_PER_BODY);
  }

  private void unasked() throws InterruptedException {
    if (person.temper() == Temper.BURSTS && answers > 0 && dice.chance(0.25)) {
      burst();
    }
  }

  private Send last(Send first) {
    Send newest = first;
    Send next = arrived.poll();
    while (next != null) {
      newest = next;
      next = arrived.poll();
    }
    return newest;
  }

  /** Bubbles that ask nothing are read, no more. */
  private void promptly(Send bubble) {
    if (!bubble.choices().isEmpty()) {
      say(dice.pick(bubble.choices()));
    } else if (bubble.asks()) {
      say("5");
    }
  }

  private void answer(Send question) throws InterruptedException {
    Thread.sleep(dice.between(0, 1200));
    switch (person.temper()) {
      case BURSTS -> {
        if (dice.chance(0.5)) {
          burst();
        } else {
          sensibly(question);
        }
      }
      case SENSELESS -> {
        if (dice.chance(0.5)) {
          say(dice.pick(NONSENSE));
        } else {
          sensibly(question);
        }
      }
      case ASKS_FOR_PERSON -> {
        if (dice.chance(0.3)) {
          say("pessoa");
        } else {
          sensibly(question);
        }
      }
      case LEAVES -> {
        if (dice.chance(0.4)) {
          // The turn that closes the journey finds these in its way.
          say("PARAR");
          Thread.sleep(dice.between(0, 500));
          say("espera");
          say("oi?");
          answers = 0;
        } else {
          sensibly(question);
        }
      }
      case SENSIBLE, FLOODS, EAGER -> sensibly(question);
    }
  }

  private void sensibly(Send question) {
    List<Choice> choices = question.choices();
    if (choices.isEmpty() || dice.chance(0.15)) {
      say(dice.pick(SENSE));
    } else {
      say(dice.pick(choices));
    }
  }

  private void burst() throws InterruptedException {
    int count = dice.between(2, 5);
    for (int i = 0; i < count; i++) {
      say(dice.pick(SENSE));
      Thread.sleep(dice.between(0, 900));
    }
  }

  private void say(String text) {
    say(text, null);
  }

  private void say(Choice choice) {
    say(choice.title(), choice);
  }

  private void say(String text, @Nullable Choice tapped) {
    phones.write(person.number(), person.name(), text, tapped);
  }
}
