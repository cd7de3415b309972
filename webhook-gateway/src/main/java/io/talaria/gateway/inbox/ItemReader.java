package io.talaria.gateway.inbox;

import java.time.Instant;
import java.util.List;

/** Reads the deliveries of one kind of sender. */
public interface ItemReader {
  /** The name under which its deliveries are stored, such as {@code whatsapp}. */
  String source();

  /**
   * Everything in a body that is to be recorded or put in quarantine, in the body's order. Reads
   * values only; any body at all is answered.
   *
   * @param receivedAt stands in for times that are missing
   */
  List<Item> read(byte[] body, Instant receivedAt);
}
