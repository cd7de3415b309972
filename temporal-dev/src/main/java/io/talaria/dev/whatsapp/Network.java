package io.talaria.dev.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Between the API and the phones: accepts or refuses a send, and carries what phones write. */
@Component
class Network {
  /** Longer than any caller waits, so that all of them see a time-out. */
  private static final Duration DROPPED = Duration.ofSeconds(60);

  private final WhatsAppSettings settings;
  private final Phones phones;
  private final Switches switches;
  private final Throttle throttle;
  private final Ledger ledger;
  private final Statuses statuses;
  private final Payloads payloads;
  private final Deliveries deliveries;
  private final DeliveryLog log;
  private final Audience audience;
  private final Scripts scripts;

  Network(
      WhatsAppSettings settings,
      Phones phones,
      Switches switches,
      Throttle throttle,
      Ledger ledger,
      Statuses statuses,
      Payloads payloads,
      Deliveries deliveries,
      DeliveryLog log,
      Audience audience,
      Scripts scripts) {
    this.settings = settings;
    this.phones = phones;
    this.switches = switches;
    this.throttle = throttle;
    this.ledger = ledger;
    this.statuses = statuses;
    this.payloads = payloads;
    this.deliveries = deliveries;
    this.log = log;
    this.audience = audience;
    this.scripts = scripts;
  }

  /**
   * Takes a send into the ledger and onto the phone. Blocks for a minute when its answer is to be
   * dropped, so that the caller gives up first.
   *
   * @return the wamid
   * @throws GraphRefusal when WhatsApp would refuse it
   */
  String accept(Outgoing outgoing) throws InterruptedException {
    Misbehaviour misbehaviour = switches.now();
    if (misbehaviour.refuse() != 0) {
      throw new GraphRefusal(misbehaviour.refuse(), "Refused on request by the phone page.");
    }
    Optional<Phone> phone = phones.of(outgoing.to());
    if (phone.isPresent() && !phone.get().windowIsOpen() && !outgoing.isTemplate()) {
      throw new GraphRefusal(
          131047,
          "Message failed to send because more than 24 hours have passed since the customer last"
              + " replied to this number.");
    }
    if (misbehaviour.throttle()) {
      throttle.pass(outgoing.to());
    }
    String wamid = Wamids.next(outgoing.to());
    boolean dropped = switches.dropThisAnswer();
    ledger.add(
        new Ledger.Entry(
            wamid,
            settings.phoneNumberId(),
            outgoing.to(),
            outgoing.type(),
            outgoing.body(),
            outgoing.key(),
            Instant.now()));
    if (Crowd.has(outgoing.to())) {
      if (dropped) {
        Thread.sleep(DROPPED);
      }
      return wamid;
    }
    log.add(
        "in",
        "send " + outgoing.type() + " → " + DeliveryLog.shortly(wamid),
        dropped ? "answer dropped" : "200",
        dropped ? "unknown" : "plain");
    phone.ifPresentOrElse(
        known -> arrive(known, wamid, outgoing, dropped),
        () -> statuses.undeliverable(outgoing.to(), wamid, outgoing));
    if (dropped) {
      Thread.sleep(DROPPED);
    }
    return wamid;
  }

  /**
   * @throws GraphRefusal when no phone wrote that message
   */
  void markRead(String wamid, boolean typing) {
    if (Crowd.wrote(wamid)) {
      return;
    }
    Phone phone =
        phones.all().stream()
            .filter(candidate -> candidate.readByBusiness(wamid, typing))
            .findFirst()
            .orElseThrow(() -> new GraphRefusal(131009, "message_id is unknown."));
    audience.tell("phone", phone.view());
  }

  void write(Phone phone, String text) {
    Line line = Line.written(Wamids.next(phone.number), "text", text, phone.clock(), null);
    carry(phone, line, payloads.text(phone, line));
  }

  void bring(Phone phone, Bringing as, String id, Files.Content file, @Nullable String caption) {
    String words = caption == null ? "" : caption;
    Line line = Line.brought(Wamids.next(phone.number), as.type, words, phone.clock(), id);
    carry(phone, line, payloads.file(phone, line, as.content(id, file, caption)));
  }

  /** No-op when the message shows no such choice. */
  void tap(Phone phone, String wamid, String choiceId) {
    Optional<Line> asked = phone.find(wamid);
    asked
        .flatMap(line -> line.choices().stream().filter(c -> c.id().equals(choiceId)).findFirst())
        .ifPresent(choice -> tap(phone, asked.get(), choice));
  }

  private void tap(Phone phone, Line asked, Choice choice) {
    Line line =
        Line.written(
            Wamids.next(phone.number), "interactive", choice.title(), phone.clock(), asked.text());
    phone.chosen(asked.wamid(), choice.id());
    carry(phone, line, payloads.tap(phone, line, asked, choice));
  }

  private void carry(Phone phone, Line line, java.util.Map<String, Object> payload) {
    phone.write(line);
    audience.tell("phone", phone.view());
    String what = "message " + line.type() + " " + DeliveryLog.shortly(line.wamid());
    deliveries.message(
        phone,
        what,
        payload,
        () -> {
          // The tick of what a candidate wrote says that the business's server has it.
          phone.tick(line.wamid(), "delivered");
          audience.tell("phone", phone.view());
        });
  }

  private void arrive(Phone phone, String wamid, Outgoing outgoing, boolean dropped) {
    String note = dropped ? "arrived, answer dropped: Talaria can’t know" : null;
    phone.receive(Line.received(wamid, outgoing, phone.clock(), note));
    statuses.accepted(phone, wamid, outgoing);
    audience.tell("phone", phone.view());
    scripts.received(phone, this);
  }
}
