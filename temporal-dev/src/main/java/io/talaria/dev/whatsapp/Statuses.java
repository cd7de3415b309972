package io.talaria.dev.whatsapp;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Tells Talaria what became of its sends. */
@Component
class Statuses {
  private static final Duration SENT_AFTER = Duration.ofMillis(60);
  private static final Duration DELIVERED_AFTER = Duration.ofMillis(250);

  /** A reorder lets {@code sent} arrive after {@code delivered} and {@code read}. */
  private static final Duration OVERTAKEN_BY = Duration.ofSeconds(2);

  private final ConcurrentMap<String, Outgoing> sends = new ConcurrentHashMap<>();
  private final Payloads payloads;
  private final Deliveries deliveries;
  private final Switches switches;
  private final Audience audience;

  Statuses(Payloads payloads, Deliveries deliveries, Switches switches, Audience audience) {
    this.payloads = payloads;
    this.deliveries = deliveries;
    this.switches = switches;
    this.audience = audience;
  }

  void accepted(Phone phone, String wamid, Outgoing outgoing) {
    sends.put(wamid, outgoing);
    boolean overtaken = switches.now().reorder() && ThreadLocalRandom.current().nextDouble() < 0.3;
    tell(phone, wamid, "sent", overtaken ? SENT_AFTER.plus(OVERTAKEN_BY) : SENT_AFTER);
    tell(phone, wamid, "delivered", DELIVERED_AFTER);
    phone.tick(wamid, "delivered");
  }

  /** The owner looked: everything unread becomes read. */
  void seen(Phone phone) {
    for (String wamid : phone.look()) {
      if (phone.tick(wamid, "read")) {
        // Later than "delivered" of a message that came this very moment, as a rule.
        tell(phone, wamid, "read", DELIVERED_AFTER.plusMillis(150));
      }
    }
    audience.tell("phone", phone.view());
  }

  /** Accepted, and found undeliverable afterwards. */
  void undeliverable(String number, String wamid, Outgoing outgoing) {
    Phone nobody = new Phone(number, "", Duration.ZERO);
    deliveries.status(
        "status failed " + DeliveryLog.shortly(wamid),
        payloads.status(nobody, wamid, "failed", nobody.clock(), outgoing, 131026),
        late(DELIVERED_AFTER));
  }

  private void tell(Phone phone, String wamid, String status, Duration wait) {
    deliveries.status(
        "status " + status + " " + DeliveryLog.shortly(wamid),
        payloads.status(phone, wamid, status, phone.clock(), sends.get(wamid), 0),
        late(wait));
  }

  private Duration late(Duration wait) {
    return wait.plusSeconds(switches.now().lateSeconds());
  }
}
