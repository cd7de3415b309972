package io.talaria.dev.whatsapp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the phone page, {@code up} and the tests ask of the simulator. */
@RestController
@RequestMapping("/simulator/whatsapp")
class PhoneApi {
  private static final int LONGEST_TEXT = 4096;

  private final WhatsAppSettings settings;
  private final Phones phones;
  private final Network network;
  private final Scripts scripts;
  private final Statuses statuses;
  private final Switches switches;
  private final DeliveryLog log;
  private final Audience audience;

  PhoneApi(
      WhatsAppSettings settings,
      Phones phones,
      Network network,
      Scripts scripts,
      Statuses statuses,
      Switches switches,
      DeliveryLog log,
      Audience audience) {
    this.settings = settings;
    this.phones = phones;
    this.network = network;
    this.scripts = scripts;
    this.statuses = statuses;
    this.switches = switches;
    this.log = log;
    this.audience = audience;
  }

  /**
   * @param behind how far its clock is behind; zero when absent
   * @param returning the number is known from an earlier start: its window counts as open
   */
  record NewPhone(
      String number,
      String name,
      @Nullable Duration behind,
      @Nullable Boolean returning,
      @Nullable Script script) {}

  record Text(String text) {}

  record Tap(String wamid, String choice) {}

  record Everything(
      String business,
      List<PhoneView> phones,
      Misbehaviour misbehaviour,
      List<DeliveryLog.Entry> deliveries) {}

  @GetMapping
  Everything everything() {
    return new Everything(
        settings.businessName(),
        phones.all().stream().map(Phone::view).toList(),
        switches.now(),
        log.last());
  }

  @GetMapping("/events")
  SseEmitter events() {
    return audience.join();
  }

  @PostMapping("/phones")
  PhoneView add(@RequestBody NewPhone asked) {
    String number = asked.number().replaceAll("[^0-9]", "");
    if (number.length() < 8 || number.length() > 15) {
      throw new IllegalArgumentException(
          "A number has 8 to 15 digits with its country code, such as +55 11 90000-0101");
    }
    if (asked.name().isBlank() || asked.name().length() > 60) {
      throw new IllegalArgumentException("A name has 1 to 60 characters");
    }
    Duration behind = asked.behind() == null ? Duration.ZERO : asked.behind();
    Phone phone = phones.add(number, asked.name().strip(), behind);
    if (Boolean.TRUE.equals(asked.returning())) {
      phone.openWindow();
    }
    if (asked.script() != null) {
      scripts.begin(phone, asked.script(), network);
    }
    audience.tell("phone", phone.view());
    return phone.view();
  }

  @PostMapping("/phones/{number}/messages")
  PhoneView write(@PathVariable String number, @RequestBody Text asked) {
    Phone phone = inHand(number);
    if (asked.text().isBlank() || asked.text().length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("A message has 1 to " + LONGEST_TEXT + " characters");
    }
    network.write(phone, asked.text());
    return phone.view();
  }

  @PostMapping("/phones/{number}/taps")
  PhoneView tap(@PathVariable String number, @RequestBody Tap asked) {
    Phone phone = inHand(number);
    network.tap(phone, asked.wamid(), asked.choice());
    return phone.view();
  }

  /** Somebody looks at the phone: what it shows is read. */
  @PostMapping("/phones/{number}/looks")
  void look(@PathVariable String number) {
    statuses.seen(phone(number));
  }

  @PostMapping("/phones/{number}/window/close")
  PhoneView closeWindow(@PathVariable String number) {
    Phone phone = phone(number);
    phone.closeWindow();
    audience.tell("phone", phone.view());
    return phone.view();
  }

  @PutMapping("/misbehaviour")
  Misbehaviour misbehave(@RequestBody Misbehaviour asked) {
    switches.set(asked);
    return asked;
  }

  private Phone inHand(String number) {
    Phone phone = phone(number);
    scripts.end(phone);
    phone.takeInHand();
    return phone;
  }

  private Phone phone(String number) {
    return phones
        .of(number)
        .orElseThrow(() -> new IllegalArgumentException("There is no phone with that number"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(IllegalArgumentException e) {
    return ResponseEntity.badRequest().body(Map.of("message", String.valueOf(e.getMessage())));
  }
}
