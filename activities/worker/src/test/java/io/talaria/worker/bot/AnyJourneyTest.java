package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Slips;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * For any definition that comes along, with any times, and any sequence of what candidates send and
 * of silences: the journey never stops for ever without a person being told, never sends in quiet
 * hours what may wait, never leaves a stage backwards, and ends in a named outcome where people do
 * their part.
 */
class AnyJourneyTest {
  /**
   * A definition that comes along, with other times.
   *
   * @param times its whole group of them
   * @param template whether an approved template reaches who fell silent
   * @param review the rule for replies that a recruiter sees first, instead of the definition's
   *     own; empty for none
   */
  record Team(String name, String times, boolean template, String review) {
    Definition definition() {
      String yaml = group("review", lines(name), "");
      String other = group("times", yaml, times + review);
      return DefinitionReader.read(name, template ? other : group("template", other, ""));
    }

    /** With another group of this name. */
    private static String group(String key, String yaml, String instead) {
      return yaml.replaceFirst(
          "(?m)^" + key + ":\\n(?:[ #].*\\n|\\n)*", Matcher.quoteReplacement(instead));
    }
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void whoever_is_left_alone_is_known_to_a_person(
      @ForAll("teams") Team team, @ForAll(supplier = AnyLife.All.class) List<Doing> life) {
    PaperJourney journey = lived(team.definition(), life, false);

    assertThat(journey.book().faults).as(told(team, journey)).isEmpty();
    assertThat(journey.rests()).as(told(team, journey)).isTrue();
    assertThat(journey.isKnown()).as(told(team, journey)).isTrue();
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void where_people_answer_every_journey_ends_in_a_named_outcome(
      @ForAll("teams") Team team, @ForAll(supplier = AnyLife.All.class) List<Doing> life) {
    PaperJourney journey = lived(team.definition(), life, true);

    assertThat(journey.book().faults).as(told(team, journey)).isEmpty();
    assertThat(journey.book().state).as(told(team, journey)).isNull();
    assertThat(journey.book().endings).as(told(team, journey)).isNotEmpty();
    Statistics.label("ending").collect(journey.book().endings.getLast());
  }

  private static String told(Team team, PaperJourney journey) {
    return "%s%n%s".formatted(team, String.join("\n", journey.book().story));
  }

  private static PaperJourney lived(Definition definition, List<Doing> life, boolean seenTo) {
    var lookups = new FakeLookups();
    lookups.offers.add(new Lookups.Offer("job-1", "Cook", "fits", List.of()));
    return AnyLife.lived(definition, life, lookups, seenTo);
  }

  @Provide
  Arbitrary<Team> teams() {
    return Combinators.combine(
            Arbitraries.of(Slips.shipped()),
            times(),
            Arbitraries.of(true, true, false),
            Arbitraries.of(
                "",
                "",
                "review: {below_confidence: 1, after: 30m, then: human}\n",
                "review: {below_confidence: 1, after: 3h, then: send}\n",
                "review: {below_confidence: 1, after: 3h, then: drop}\n"))
        .as(Team::new);
  }

  private static Arbitrary<String> times() {
    Arbitrary<Integer> hour = Arbitraries.integers().between(0, 23);
    return Combinators.combine(
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(21, 60),
            Arbitraries.integers().between(1, 100),
            Arbitraries.integers().between(2, 400),
            Arbitraries.integers().between(1, 60),
            Arbitraries.of("", "  owner_silent: 2h\n", "  escalation: [30m, 2h]\n"),
            hour,
            hour)
        .as(
            (first, second, atRisk, dropOff, afterEnd, more, from, to) ->
                """
                times:
                  typing_pause: 4s
                  long_typing_pause: 8s
                  nudges: [%dh, %dh]
                  at_risk: %dh
                  waiting: 15m
                  drop_off: %dh
                  after_end: %dd
                  zone: America/Sao_Paulo
                  quiet_hours: {from: "%02d:00", to: "%02d:30"}
                  holidays: [12-25, 2026-04-03]
                %s"""
                    .formatted(
                        first,
                        second,
                        atRisk,
                        Math.max(dropOff, Math.max(second, atRisk) + 1),
                        afterEnd,
                        from,
                        to,
                        more));
  }

  private static String lines(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
