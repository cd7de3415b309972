package io.talaria.gateway.whatsapp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.talaria.journal.inbox.Alias;
import io.talaria.journal.inbox.Alias.Kind;
import io.talaria.journal.inbox.BrazilianMobiles;
import io.talaria.journal.inbox.InboundMessage.Sender;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People whom somebody names by a phone number, before they have written. */
@Component
public class DialledNumbers {
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final PhoneZones zones = new PhoneZones();

  /**
   * @param phone with its country code, such as {@code +55 11 91234-5678}
   * @return empty when that is no phone number
   */
  public Optional<Sender> person(String phone, @Nullable String name) {
    try {
      PhoneNumber number = asDialled(phones.parse(phone, null));
      if (!phones.isValidNumber(number)) {
        return Optional.empty();
      }
      String digits = digits(number);
      String region = phones.getRegionCodeForNumber(number);
      boolean country = region != null && region.matches("[A-Z]{2}") && !region.equals("ZZ");
      return Optional.of(
          new Sender(
              List.of(new Alias(Kind.PHONE, "", digits)),
              name,
              country ? region : null,
              country ? zones.of(number, region) : null));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** A list may have WhatsApp's own form of a Brazilian mobile. */
  private PhoneNumber asDialled(PhoneNumber number) throws NumberParseException {
    return phones.parse("+" + BrazilianMobiles.dialled(digits(number)), null);
  }

  private String digits(PhoneNumber number) {
    return phones.format(number, PhoneNumberFormat.E164).substring(1);
  }
}
