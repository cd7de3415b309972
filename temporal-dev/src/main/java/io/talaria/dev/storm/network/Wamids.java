package io.talaria.dev.storm.network;

import java.util.UUID;

/** WhatsApp's ids; chance decides them, since nothing depends on them. */
final class Wamids {
  private Wamids() {}

  static String next() {
    return "wamid." + UUID.randomUUID().toString().replace("-", "");
  }
}
