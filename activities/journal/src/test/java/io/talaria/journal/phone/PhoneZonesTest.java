package io.talaria.journal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneZonesTest {
  @ParameterizedTest
  @CsvSource({
    // area codes tell it
    "+5511900000101, America/Sao_Paulo",
    "+5592991234567, America/Manaus",
    "+14155550123,   America/Los_Angeles",
    "+12125550123,   America/New_York",
    // a mobile number that may ring on an island: the country's main zone
    "+34612345678,   Europe/Madrid",
    "+351912345678,  Europe/Lisbon",
    "+61412345678,   Australia/Sydney",
    "+56912345678,   America/Santiago",
    // nobody knows
    "+447700900123,"
  })
  void a_numbers_prefix_tells_the_clock(String number, String zone) throws NumberParseException {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    var phone = phones.parse(number, null);
    assertThat(
            new PhoneZones().of(phone, phones.getRegionCodeForCountryCode(phone.getCountryCode())))
        .isEqualTo(zone);
  }
}
