package io.talaria.dev.whatsapp;

/** What goes wrong when a candidate's file is fetched. */
enum MediaTrouble {
  /** WhatsApp says that it has no such file. */
  LOST,
  /** Half of the bytes come, and then nothing for two minutes. */
  SLOW,
  /** One byte is another than the webhook's hash told. */
  WRONG_HASH
}
