package io.talaria.journal.phone;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a phone number's clock is read. Area codes tell it in most countries with several zones;
 * where a mobile number doesn't tell, most people of that country live by one of them.
 */
public final class PhoneZones {
  private static final Map<String, String> MAIN =
      Map.ofEntries(
          Map.entry("AU", "Australia/Sydney"),
          Map.entry("BR", "America/Sao_Paulo"),
          Map.entry("CA", "America/Toronto"),
          Map.entry("CL", "America/Santiago"),
          Map.entry("EC", "America/Guayaquil"),
          Map.entry("ES", "Europe/Madrid"),
          Map.entry("ID", "Asia/Jakarta"),
          Map.entry("KZ", "Asia/Almaty"),
          Map.entry("MX", "America/Mexico_City"),
          Map.entry("NZ", "Pacific/Auckland"),
          Map.entry("PT", "Europe/Lisbon"),
          Map.entry("RU", "Europe/Moscow"),
          Map.entry("US", "America/New_York"));

  private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();

  /**
   * @param country of the number
   * @return an IANA name; null when several are as likely
   */
  public @Nullable String of(PhoneNumber phone, String country) {
    List<String> possible = zones.getTimeZonesForNumber(phone);
    boolean told =
        possible.size() == 1
            && !possible.getFirst().equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());
    return told ? possible.getFirst() : MAIN.get(country);
  }
}
