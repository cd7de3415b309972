package io.talaria.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.EditorSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintSchemaTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void it_prints_the_schema_of_definitions_and_nothing_else() {
    assertThat(run()).isZero();
    assertThat(text(out)).isEqualTo(EditorSchema.DEFINITION.json());
    assertThat(text(err)).isEmpty();
  }

  @Test
  void it_prints_that_of_rehearsals_by_its_name() {
    assertThat(run("rehearsals")).isZero();
    assertThat(text(out)).isEqualTo(EditorSchema.REHEARSALS.json());
  }

  @Test
  void another_word_is_refused_with_those_that_there_are() {
    assertThat(run("definitions")).isEqualTo(2);
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("definition, rehearsals");
  }

  private int run(String... args) {
    return PrintSchema.run(List.of(args), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
