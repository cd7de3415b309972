package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Definitions as they are after a slip of the hand: each is refused where the slip is, or is a
 * definition still. Nothing else ever comes out of reading.
 */
class DefinitionMutationsTest {
  private static final int EACH = 400;
  private static final Pattern KEY = Pattern.compile("^(\\s*(?:- )?)([A-Za-z][A-Za-z_-]*)(:.*)$");

  /** How a line may be spoilt. */
  private enum Slip {
    MISSPELT,
    REMOVED,
    A_LIST_INSTEAD,
    NOTHING_INSTEAD,
    NONSENSE_INSTEAD
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tech-hiring",
        "modelling-agency",
        "graduates",
        "multi-channel-agency",
        "existing-bot"
      })
  void a_slip_is_told_where_it_is_or_leaves_a_definition(String name) {
    List<String> lines = lines(name);
    var random = new Random(name.hashCode());
    var refused = 0;
    for (int i = 0; i < EACH; i++) {
      int line = keyed(lines, random);
      Slip slip = Slip.values()[random.nextInt(Slip.values().length)];
      List<String> spoilt = new ArrayList<>(lines);
      spoil(spoilt, line, slip, random);
      List<Mistake> mistakes = mistakes(String.join("\n", spoilt));
      String told = "%s, line %d, %s: %s".formatted(name, line + 1, slip, lines.get(line));
      if (!mistakes.isEmpty()) {
        refused++;
        assertThat(mistakes).as(told).allSatisfy(m -> assertThat(m.line()).isPositive());
      }
      if (slip == Slip.MISSPELT && !mistakes.isEmpty()) {
        assertThat(mistakes)
            .as(told)
            .anySatisfy(m -> assertThat(m.line()).isBetween(line - 1, line + 2));
      }
    }
    assertThat(refused).as("slips that were told").isGreaterThan(EACH / 2);
  }

  private static int keyed(List<String> lines, Random random) {
    int line = random.nextInt(lines.size());
    while (!KEY.matcher(lines.get(line)).matches()) {
      line = random.nextInt(lines.size());
    }
    return line;
  }

  private static void spoil(List<String> lines, int line, Slip slip, Random random) {
    Matcher key = KEY.matcher(lines.get(line));
    assertThat(key.matches()).isTrue();
    String head = key.group(1) + key.group(2);
    switch (slip) {
      case REMOVED -> lines.remove(line);
      case A_LIST_INSTEAD -> lines.set(line, head + ": [a, b]");
      case NOTHING_INSTEAD -> lines.set(line, head + ":");
      case NONSENSE_INSTEAD -> lines.set(line, head + ": Wr0ng one!");
      case MISSPELT -> {
        String word = key.group(2);
        int at = random.nextInt(word.length());
        String misspelt = word.substring(0, at) + "q" + word.substring(at);
        lines.set(line, key.group(1) + misspelt + key.group(3));
      }
    }
  }

  /** None for a definition. */
  private static List<Mistake> mistakes(String yaml) {
    try {
      DefinitionReader.read("slip.yaml", yaml);
      return List.of();
    } catch (InvalidDefinition told) {
      return told.mistakes();
    }
  }

  private static List<String> lines(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
