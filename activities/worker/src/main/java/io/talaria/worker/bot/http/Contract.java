package io.talaria.worker.bot.http;

import io.talaria.port.BotFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of the contract. Answers are read strictly: a misspelt {@code needs_human} that was
 * overlooked would be a candidate whom nobody hears.
 */
final class Contract {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private Contract() {}

  static byte[] write(BotRequest request) {
    return JSON.writeValueAsBytes(request);
  }

  /**
   * Reads an answer.
   *
   * @throws Unfit if it isn't one
   */
  static BotAnswer read(byte[] body) throws Unfit {
    BotAnswer answer;
    try {
      JSON.readTree(body);
    } catch (JacksonException e) {
      throw new Unfit(BotFault.NOT_JSON);
    }
    try {
      answer = JSON.readValue(body, BotAnswer.class);
    } catch (JacksonException e) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    if (answer == null) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    return answer;
  }
}
