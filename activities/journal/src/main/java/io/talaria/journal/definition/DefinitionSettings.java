package io.talaria.journal.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hour how long an hour of the definitions lasts; shorter in demonstrations
 * @param path a folder with further definitions, each a file {@code <name>.yaml}
 * @param calendars whether quiet hours, business hours and holidays count; they never do where an
 *     hour is shorter than one
 */
@ConfigurationProperties("talaria.definitions")
record DefinitionSettings(
    @DefaultValue("1h") Duration hour,
    @Nullable String path,
    @DefaultValue("true") boolean calendars) {
  DefinitionSettings {
    if (hour.isNegative() || hour.isZero() || hour.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "talaria.definitions.hour must be between 1ms and 1h, such as 5s, but is " + hour);
    }
  }
}
