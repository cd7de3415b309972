package io.talaria.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.JourneyIds;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Desk;
import io.talaria.port.GivenLocally;
import io.talaria.port.Journal;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.context.ActivitySerializationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByReferenceTest {
  private record Words(String text) implements GivenLocally {}

  @Test
  void a_local_activity_is_given_the_very_object() {
    Words words = new Words("oi");
    DataConverter local = converter(true);

    Payloads given = local.toPayloads(words).orElseThrow();

    assertThat(read(local, given)).containsExactly(words).first().isSameAs(words);
    assertThat(local.fromPayloads(0, Optional.of(given), Words.class, Words.class)).isSameAs(words);
    assertThat(given.toString()).doesNotContain("oi");
  }

  @Test
  void it_is_given_the_same_when_it_is_tried_again_since_the_engine_copied_no_data() {
    Words words = new Words("oi");
    DataConverter local = converter(true);
    Payloads again = local.toPayloads(words).orElseThrow().toBuilder().build();

    System.gc();

    assertThat(read(local, again)).first().isSameAs(words);
    assertThat(read(local, again)).first().isSameAs(words);
  }

  @Test
  void what_goes_to_the_engine_is_written() {
    DataConverter remote = converter(false);

    Payloads written = remote.toPayloads(new Words("oi")).orElseThrow();

    assertThat(written.getPayloads(0).getData().toStringUtf8()).isEqualTo("{\"text\":\"oi\"}");
    assertThat(read(remote, written)).containsExactly(new Words("oi"));
  }

  @Test
  void what_histories_keep_is_written_also_of_a_local_activity() {
    DataConverter local = converter(true);

    Payloads answer = local.toPayloads("done").orElseThrow();

    assertThat(answer.getPayloads(0).getData().toStringUtf8()).isEqualTo("\"done\"");
    assertThat(local.fromPayloads(0, Optional.of(answer), String.class, String.class))
        .isEqualTo("done");
  }

  @Test
  void a_reference_of_another_process_is_said_to_be_one() throws Exception {
    Payloads given = converter(true).toPayloads(new Words("oi")).orElseThrow();
    Payloads elsewhere = Payloads.parseFrom(given.toByteArray());

    assertThatThrownBy(() -> read(converter(true), elsewhere))
        .isInstanceOf(DataConverterException.class)
        .hasMessageContaining("Words")
        .hasMessageContaining("another process");
  }

  @ParameterizedTest
  @ValueSource(classes = {Journal.class, Channel.class, Bot.class, Desk.class})
  void no_activity_answers_with_what_is_given_by_reference(Class<?> port) {
    assertThat(Stream.of(port.getMethods()).map(Method::getReturnType))
        .isNotEmpty()
        .noneMatch(GivenLocally.class::isAssignableFrom);
  }

  private static List<Object> read(DataConverter converter, Payloads payloads) {
    Class<?>[] types = {Words.class};
    return List.of(
        converter.fromPayloads(
            Optional.of(payloads), types, Arrays.copyOf(types, 1, Type[].class)));
  }

  private static DataConverter converter(boolean local) {
    return SealCodec.dataConverter(new ClearSeal())
        .withContext(
            new ActivitySerializationContext(
                "default",
                JourneyIds.workflowId(UUID.randomUUID()),
                "CandidateJourney",
                "record",
                "journeys",
                local));
  }
}
