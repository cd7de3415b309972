package io.talaria.gateway.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call the API.
 *
 * @param clients none: every call is refused. Two entries of one name are a key and its successor
 * @param largestImport of a CSV file
 */
@Validated
@ConfigurationProperties("talaria.api")
record ApiSettings(
    @DefaultValue List<@Valid Client> clients, @DefaultValue("50MB") DataSize largestImport) {

  /**
   * @param name shown where it is told who imported something
   * @param keySha256 of the key, so that configuration doesn't hold the key itself
   * @param account the client that its data belongs to
   */
  record Client(
      @NotBlank(message = "is missing: a name for whoever uses the key, such as job-board")
          String name,
      @Pattern(
              regexp = "[0-9a-f]{64}",
              message =
                  "must be the SHA-256 of a long random key, in hex:"
                      + " printf %s \"$KEY\" | sha256sum")
          String keySha256,
      @DefaultValue("00000000-0000-0000-0000-000000000001") UUID account) {}
}
