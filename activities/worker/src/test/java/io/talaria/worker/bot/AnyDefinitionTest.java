package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Answer;
import io.talaria.journey.Ending;
import io.talaria.worker.bot.AnyDefinition.Kind;
import io.talaria.worker.bot.AnyDefinition.Trait;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * For any definition that validates, also one that nobody has thought of, and any sequence of what
 * candidates send and of silences: the journey never stops for ever without a person being told,
 * never sends in quiet hours what may wait, nor what WhatsApp would refuse, never leaves a stage
 * backwards, and ends in a named outcome where people do their part.
 */
class AnyDefinitionTest {
  private static final int TRIES = 2500;
  private static boolean watched;

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whoever_is_left_alone_is_known_to_a_person(
      @ForAll(supplier = AnyDefinition.All.class) AnyDefinition any,
      @ForAll(supplier = AnyLife.All.class) List<Doing> life) {
    PaperJourney journey = lived(any, life, false);

    assertThat(journey.book().faults).as(told(any, journey)).isEmpty();
    assertThat(journey.rests()).as(told(any, journey)).isTrue();
    assertThat(journey.isKnown()).as(told(any, journey)).isTrue();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void where_people_answer_every_journey_ends_in_a_named_outcome(
      @ForAll(supplier = AnyDefinition.All.class) AnyDefinition any,
      @ForAll(supplier = AnyLife.All.class) List<Doing> life) {
    PaperJourney journey = lived(any, life, true);

    assertThat(journey.book().faults).as(told(any, journey)).isEmpty();
    assertThat(journey.book().state).as(told(any, journey)).isNull();
    assertThat(journey.book().endings).as(told(any, journey)).isNotEmpty();
    count(any, journey);
  }

  private static PaperJourney lived(AnyDefinition any, List<Doing> life, boolean seenTo) {
    var lookups = new FakeLookups();
    int jobs = (int) (any.variety() % 4) * 3;
    for (int i = 0; i < jobs; i++) {
      lookups.offers.add(new Lookups.Offer("job-" + i, "Cook " + i, "fits", List.of()));
    }
    return AnyLife.lived(any.definition(), life, lookups, seenTo);
  }

  /** What is never met is not shown to hold. */
  private static void count(AnyDefinition any, PaperJourney journey) {
    Statistics.label("ending").collect(journey.book().endings.getLast());
    any.kinds().forEach(kind -> Statistics.label("has").collect(kind));
    any.traits().forEach(trait -> Statistics.label("also has").collect(trait));
    journey.met().forEach(answer -> Statistics.label("asked for").collect(answer));
    if (!watched) {
      watched = true;
      each("ending", Ending.values());
      each("has", Kind.values());
      each("also has", Trait.values());
      each(
          "asked for",
          Stream.of(Answer.class.getPermittedSubclasses()).map(Class::getSimpleName).toArray());
    }
  }

  /** Looked at after the last try. */
  private static void each(String label, Object[] all) {
    Statistics.label(label)
        .coverage(coverage -> Stream.of(all).forEach(one -> coverage.check(one).count(n -> n > 0)));
  }

  private static String told(AnyDefinition any, PaperJourney journey) {
    return "%s%n%s".formatted(any, String.join("\n", journey.book().story));
  }
}
