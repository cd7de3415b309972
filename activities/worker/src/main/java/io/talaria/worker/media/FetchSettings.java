package io.talaria.worker.media;

import io.talaria.worker.Demand;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The sizes are WhatsApp's own limits; see
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types.
 *
 * @param largestImage a larger one isn't kept
 * @param largestDocument a larger one isn't kept
 * @param timeout of one download
 * @param lookEvery how often files are looked for that are due
 * @param hosts from which files may be downloaded, by the ends of their names: they are sent the
 *     number's access token. The Graph API's own host always is
 */
@ConfigurationProperties("talaria.media")
record FetchSettings(
    @DefaultValue("5MB") DataSize largestImage,
    @DefaultValue("100MB") DataSize largestDocument,
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("1s") Duration lookEvery,
    @DefaultValue({"fbsbx.com", "whatsapp.net", "facebook.com"}) List<String> hosts) {
  FetchSettings {
    Demand.that(
        largestImage.toBytes() > 0 && largestDocument.toBytes() > 0,
        "talaria.media.largest-image and .largest-document must be more than 0, such as 5MB");
    Demand.that(
        timeout.compareTo(Duration.ofSeconds(1)) >= 0
            && timeout.compareTo(Duration.ofMinutes(10)) <= 0,
        "talaria.media.timeout must be between 1s and 10m, but is " + timeout);
    Demand.that(
        hosts.stream().noneMatch(host -> host.isBlank() || host.startsWith(".")),
        "talaria.media.hosts must name hosts such as fbsbx.com, without a dot in front");
  }

  long largest(String kind) {
    return (kind.equals("image") ? largestImage : largestDocument).toBytes();
  }
}
