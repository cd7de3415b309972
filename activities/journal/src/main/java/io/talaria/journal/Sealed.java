package io.talaria.journal;

import io.talaria.seal.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Personal columns: texts and JSON, sealed with the candidate's id. */
@Component
public class Sealed {
  private final Seal seal;
  private final JsonMapper json;

  Sealed(Seal seal) {
    this.seal = seal;
    // A row that an older build wrote lacks the fields of today; it must stay readable.
    this.json =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
  }

  /** The sealed bytes of a text; null stays null. */
  public byte @Nullable [] text(UUID candidateId, @Nullable String text) {
    return text == null ? null : seal.seal(candidateId, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text in a sealed column; null stays null. */
  public @Nullable String text(UUID candidateId, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : new String(seal.open(candidateId, sealed), StandardCharsets.UTF_8);
  }

  /** The sealed bytes of a value as JSON. */
  public byte[] json(UUID candidateId, Object value) {
    return seal(candidateId, canonical(value));
  }

  /** A value as JSON, clear: equal values give equal bytes, since a map's order means nothing. */
  public byte[] canonical(Object value) {
    return json.writeValueAsBytes(value);
  }

  /** Bytes, sealed. */
  public byte[] seal(UUID candidateId, byte[] clear) {
    return seal.seal(candidateId, clear);
  }

  /** The texts in a sealed JSON column that holds one object of them; null is none. */
  public Map<String, String> texts(UUID candidateId, byte @Nullable [] sealed) {
    return sealed == null
        ? Map.of()
        : json.readValue(seal.open(candidateId, sealed), new TypeReference<>() {});
  }

  /** The value in a sealed JSON column. */
  public <T> T json(UUID candidateId, byte[] sealed, Class<T> type) {
    return json.readValue(seal.open(candidateId, sealed), type);
  }
}
