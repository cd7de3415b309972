package io.talaria.journal.phone;

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
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * People whom somebody names by a phone number, before they have written. Its tables are read when
 * the first number is.
 */
@Lazy
@Component
public class DialledNumbers {
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final PhoneZones zones = new PhoneZones();

  /** Why a text is no phone number to which somebody can be written. */
  public enum Fault {
    /** It doesn't begin with a plus and a country's code. */
    NO_COUNTRY,
    TOO_SHORT,
    TOO_LONG,
    /** Its country has no such number. */
    NO_NUMBER
  }

  /** What is wrong with a number; empty for one that {@link #person} understands. */
  public Optional<Fault> fault(String phone) {
    try {
      PhoneNumber number = asDialled(phones.parse(phone, null));
      if (phones.isValidNumber(number)) {
        return Optional.empty();
      }
      return Optional.of(
          switch (phones.isPossibleNumberWithReason(number)) {
            case INVALID_COUNTRY_CODE -> Fault.NO_COUNTRY;
            case TOO_SHORT -> Fault.TOO_SHORT;
            case TOO_LONG -> Fault.TOO_LONG;
            default -> Fault.NO_NUMBER;
          });
    } catch (NumberParseException e) {
      return Optional.of(
          switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> Fault.NO_COUNTRY;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Fault.TOO_SHORT;
            case TOO_LONG -> Fault.TOO_LONG;
            case NOT_A_NUMBER -> Fault.NO_NUMBER;
          });
    }
  }

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
