package io.talaria.seal;

import com.google.common.collect.MapMaker;
import com.google.protobuf.ByteString;
import io.talaria.port.GivenLocally;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.payload.context.ActivitySerializationContext;
import io.temporal.payload.context.SerializationContext;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives local activities what is {@link GivenLocally} as it is. The SDK has it written and read as
 * JSON, in each replay as well, though it never leaves the process and no history keeps it. All
 * else, and whatever goes elsewhere, passes to the converter underneath.
 */
final class ByReference implements DataConverter {
  private static final ByteString ENCODING = ByteString.copyFromUtf8("talaria/by-reference");

  /** By the payload's own data, compared as an object: once that is garbage, so is the value. */
  private static final Map<ByteString, Object> GIVEN = new MapMaker().weakKeys().makeMap();

  private final DataConverter underneath;
  private final boolean local;

  ByReference(DataConverter underneath) {
    this(underneath, false);
  }

  private ByReference(DataConverter underneath, boolean local) {
    this.underneath = underneath;
    this.local = local;
  }

  @Override
  public DataConverter withContext(SerializationContext context) {
    return new ByReference(
        underneath.withContext(context),
        context instanceof ActivitySerializationContext activity && activity.isLocal());
  }

  @Override
  public Optional<Payloads> toPayloads(@Nullable Object... values) {
    boolean given =
        local
            && values != null
            && values.length > 0
            && Arrays.stream(values).allMatch(GivenLocally.class::isInstance);
    if (!given) {
      return underneath.toPayloads(values);
    }
    var payloads = Payloads.newBuilder();
    for (Object value : values) {
      payloads.addPayloads(reference(value));
    }
    return Optional.of(payloads.build());
  }

  private static Payload reference(Object value) {
    ByteString name = ByteString.copyFromUtf8(value.getClass().getName());
    GIVEN.put(name, value);
    return Payload.newBuilder()
        .putMetadata(EncodingKeys.METADATA_ENCODING_KEY, ENCODING)
        .setData(name)
        .build();
  }

  @Override
  public <T> @Nullable T fromPayloads(
      int index, Optional<Payloads> content, Class<T> type, Type genericType) {
    boolean given =
        content.isPresent()
            && index < content.get().getPayloadsCount()
            && isReference(content.get().getPayloads(index));
    return given
        ? type.cast(given(content.get().getPayloads(index)))
        : underneath.fromPayloads(index, content, type, genericType);
  }

  @Override
  public Object[] fromPayloads(Optional<Payloads> content, Class<?>[] types, Type[] genericTypes) {
    boolean given =
        content.isPresent()
            && content.get().getPayloadsCount() == types.length
            && content.get().getPayloadsList().stream().allMatch(ByReference::isReference);
    return given
        ? content.get().getPayloadsList().stream().map(ByReference::given).toArray()
        : underneath.fromPayloads(content, types, genericTypes);
  }

  private static boolean isReference(Payload payload) {
    return ENCODING.equals(
        payload.getMetadataOrDefault(EncodingKeys.METADATA_ENCODING_KEY, ByteString.EMPTY));
  }

  private static Object given(Payload reference) {
    Object value = GIVEN.get(reference.getData());
    if (value == null) {
      throw new DataConverterException(
          "A " + reference.getData().toStringUtf8() + " was given by reference to another process");
    }
    return value;
  }

  @Override
  public <T> Optional<Payload> toPayload(T value) {
    return underneath.toPayload(value);
  }

  @Override
  public <T> T fromPayload(Payload payload, Class<T> type, Type genericType) {
    return underneath.fromPayload(payload, type, genericType);
  }

  @Override
  public Failure exceptionToFailure(Throwable throwable) {
    return underneath.exceptionToFailure(throwable);
  }

  @Override
  public RuntimeException failureToException(Failure failure) {
    return underneath.failureToException(failure);
  }
}
