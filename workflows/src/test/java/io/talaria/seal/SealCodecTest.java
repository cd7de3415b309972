package io.talaria.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SealCodecTest {
  private final UUID candidate = UUID.randomUUID();
  private final Keys keys = new Keys();

  @Test
  void the_workflow_id_alone_tells_the_key() {
    Payload sealed = of(candidate).toPayload("oi").orElseThrow();

    assertThat(sealed.getData().toStringUtf8()).doesNotContain("oi");
    assertThat(of(candidate).fromPayload(sealed, String.class, String.class)).isEqualTo("oi");
    assertThatThrownBy(() -> of(UUID.randomUUID()).fromPayload(sealed, String.class, String.class))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_that_is_missing_fails_the_task_and_is_never_taken_for_an_erased_one() {
    Payload sealed = of(candidate).toPayload("oi").orElseThrow();
    keys.missing.add(candidate);

    // The engine drops a signal whose arguments fail with a DataConverterException, and goes on;
    // after any other failure the task is tried again, until the key is back.
    assertThatThrownBy(() -> of(candidate).fromPayload(sealed, String.class, String.class))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(DataConverterException.class);
    keys.missing.clear();
    assertThat(of(candidate).fromPayload(sealed, String.class, String.class)).isEqualTo("oi");
  }

  @Test
  void a_version_of_another_build_fails_the_task_too() {
    Payload sealed = of(candidate).toPayload("oi").orElseThrow();
    DataConverter older =
        SealCodec.dataConverter(new ClearSeal())
            .withContext(
                new WorkflowSerializationContext("default", JourneyIds.workflowId(candidate)));

    assertThatThrownBy(() -> older.fromPayload(sealed, String.class, String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .isNotInstanceOf(DataConverterException.class);
  }

  @Test
  void what_belongs_to_no_journey_passes_untouched() {
    DataConverter plain = SealCodec.dataConverter(keys);
    Payload payload = plain.toPayload("schedule").orElseThrow();
    assertThat(payload.getData().toStringUtf8()).isEqualTo("\"schedule\"");
  }

  private DataConverter of(UUID whose) {
    return SealCodec.dataConverter(keys)
        .withContext(new WorkflowSerializationContext("default", JourneyIds.workflowId(whose)));
  }

  /** Each sealed value names whose it is; with no secrecy, enough to tell keys apart. */
  private static final class Keys implements Seal {
    private static final byte VERSION = 9;
    private final Set<UUID> missing = ConcurrentHashMap.newKeySet();

    @Override
    public byte[] seal(UUID candidateId, byte[] clear) {
      byte[] sealed = new byte[clear.length + 17];
      sealed[0] = VERSION;
      System.arraycopy(name(candidateId), 0, sealed, 1, 16);
      for (int n = 0; n < clear.length; n++) {
        sealed[n + 17] = (byte) (clear[n] ^ 0x55);
      }
      return sealed;
    }

    @Override
    public byte[] open(UUID candidateId, byte[] sealed) {
      byte[] name = java.util.Arrays.copyOfRange(sealed, 1, 17);
      if (missing.contains(candidateId) || !java.util.Arrays.equals(name, name(candidateId))) {
        throw new IllegalStateException("No key for this candidate now");
      }
      byte[] clear = new byte[sealed.length - 17];
      for (int n = 0; n < clear.length; n++) {
        clear[n] = (byte) (sealed[n + 17] ^ 0x55);
      }
      return clear;
    }

    @Override
    public String token(String purpose, String value) {
      return value;
    }

    private static byte[] name(UUID candidateId) {
      return java.nio.ByteBuffer.allocate(16)
          .putLong(candidateId.getMostSignificantBits())
          .putLong(candidateId.getLeastSignificantBits())
          .array();
    }
  }
}
