package io.talaria.seal;

import com.google.protobuf.ByteString;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.HasWorkflowSerializationContext;
import io.temporal.payload.context.SerializationContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Passes every Temporal payload through {@link Seal} with the candidate of its workflow id.
 *
 * <p>The version byte travels as metadata, so that what version 0 leaves clear stays readable in
 * the Temporal Web UI. Payloads outside a journey (none carries personal data) pass untouched.
 */
public final class SealCodec implements PayloadCodec {
  private static final String VERSION = "talaria-seal";

  private final Seal seal;
  private final @Nullable UUID candidateId;

  private SealCodec(Seal seal, @Nullable UUID candidateId) {
    this.seal = seal;
    this.candidateId = candidateId;
  }

  /**
   * The data converter of every client and worker; failures' messages are sealed too. What stays in
   * the process is neither sealed nor written at all.
   */
  public static DataConverter dataConverter(Seal seal) {
    return new ByReference(
        new CodecDataConverter(
            DefaultDataConverter.newDefaultInstance(), List.of(new SealCodec(seal, null)), true));
  }

  @Override
  public PayloadCodec withContext(SerializationContext context) {
    if (context instanceof HasWorkflowSerializationContext workflow
        && JourneyIds.isJourney(workflow.getWorkflowId())) {
      return new SealCodec(seal, JourneyIds.candidateId(workflow.getWorkflowId()));
    }
    return new SealCodec(seal, null);
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::encode).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decode).toList();
  }

  private Payload encode(Payload clear) {
    UUID candidate = candidateId;
    if (candidate == null) {
      return clear;
    }
    byte[] sealed = seal.seal(candidate, clear.getData().toByteArray());
    return clear.toBuilder()
        .putMetadata(VERSION, ByteString.copyFrom(sealed, 0, 1))
        .setData(ByteString.copyFrom(sealed, 1, sealed.length - 1))
        .build();
  }

  private Payload decode(Payload sealed) {
    ByteString version = sealed.getMetadataMap().get(VERSION);
    if (version == null) {
      return sealed;
    }
    UUID candidate = candidateId;
    if (candidate == null) {
      throw new IllegalStateException("A sealed payload without a journey to tell its key");
    }
    byte[] clear = seal.open(candidate, version.concat(sealed.getData()).toByteArray());
    return sealed.toBuilder().removeMetadata(VERSION).setData(ByteString.copyFrom(clear)).build();
  }
}
