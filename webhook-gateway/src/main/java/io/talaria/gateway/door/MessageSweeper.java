package io.talaria.gateway.door;

import io.talaria.journal.inbox.Forwarding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings what a crash, an absent engine, a lost run or a rush left behind: what nobody took in. */
@Component
class MessageSweeper {
  private static final Logger log = LoggerFactory.getLogger(MessageSweeper.class);

  private final Forwarding forwarding;
  private final Forwarder forwarder;

  MessageSweeper(Forwarding forwarding, Forwarder forwarder) {
    this.forwarding = forwarding;
    this.forwarder = forwarder;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    forwarder.sweep();
  }

  /** The worker publishes definitions when it starts; what is still missing then is a mistake. */
  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  void tellUndefined() {
    for (Forwarding.Undefined missing : forwarding.undefined()) {
      log.warn(
          "Number {} speaks the definition '{}', which nobody has published: {} messages wait in the"
              + " journal. Start a worker that has it (talaria.definitions.path), or name another in"
              + " talaria.whatsapp.numbers[].definition",
          missing.numberId(),
          missing.definition(),
          missing.messages());
    }
  }
}
