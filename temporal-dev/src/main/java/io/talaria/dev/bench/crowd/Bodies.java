package io.talaria.dev.bench.crowd;

import java.time.Instant;

/** Webhook bodies in WhatsApp's shape, with what a business sees of a candidate since 2026. */
final class Bodies {
  private static final String ENVELOPE =
      """
      {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":\
      {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",\
      "phone_number_id":"%s"},%s},"field":"messages"}]}]}""";

  private final String phoneNumberId;

  Bodies(String phoneNumberId) {
    this.phoneNumberId = phoneNumberId;
  }

  String text(Candidate from, String wamid, Instant at, String text) {
    return message(from, wamid, at, "", "\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}");
  }

  /** A tapped button, which answers the reply that showed it. */
  String tap(Candidate from, String wamid, Instant at, Reply asked) {
    Reply.Choice choice = asked.choices().getFirst();
    return message(
        from,
        wamid,
        at,
        "\"context\":{\"from\":\"15550783881\",\"id\":\"" + asked.wamid() + "\"},",
        """
        "type":"interactive","interactive":{"type":"%s","%s":{"id":"%s","title":"%s"}}"""
            .formatted(asked.tapType(), asked.tapType(), choice.id(), choice.title()));
  }

  String status(Candidate to, Reply of, String status, Instant at) {
    String pricing =
        status.equals("sent")
            ? ",\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"category\":\"service\","
                + "\"type\":\"regular\"}"
            : "";
    return envelope(
        """
        %s,"statuses":[{"id":"%s","status":"%s","timestamp":"%d","recipient_id":"%s",\
        "recipient_user_id":"%s","biz_opaque_callback_data":"%s"%s}]"""
            .formatted(
                contacts(to),
                of.wamid(),
                status,
                at.getEpochSecond(),
                to.number,
                to.userId,
                of.key(),
                pricing));
  }

  private String message(Candidate from, String wamid, Instant at, String context, String content) {
    return envelope(
        """
        %s,"messages":[{%s"from":"%s","from_user_id":"%s","id":"%s","timestamp":"%d",%s}]"""
            .formatted(
                contacts(from),
                context,
                from.number,
                from.userId,
                wamid,
                at.getEpochSecond(),
                content));
  }

  private static String contacts(Candidate of) {
    return """
    "contacts":[{"profile":{"name":"%s"},"wa_id":"%s","user_id":"%s"}]"""
        .formatted(of.name, of.number, of.userId);
  }

  private String envelope(String content) {
    return ENVELOPE.formatted(phoneNumberId, content);
  }
}
