package io.talaria.dev.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Message ids in WhatsApp's form; unlike anything of ours they may be random. */
public final class Wamids {
  private Wamids() {}

  public static String next(String number) {
    byte[] random = new byte[9];
    ThreadLocalRandom.current().nextBytes(random);
    String content =
        "\u0010" + number + "\u0015" + HexFormat.of().withUpperCase().formatHex(random);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return "wamid." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
