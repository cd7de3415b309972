package io.talaria.journal.inbox;

import io.talaria.journal.media.Media;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records candidates' messages: each once, numbered per candidate, with its event, and with the
 * file that is to be fetched.
 */
@Component
public class Messages {
  private final Candidates candidates;
  private final Placing placing;
  private final Media media;

  Messages(Candidates candidates, Placing placing, Media media) {
    this.candidates = candidates;
    this.placing = placing;
    this.media = media;
  }

  /**
   * A message that is new in the journal.
   *
   * @param leased set when the caller may signal it at once; else it waits behind others
   */
  public record Recorded(UUID candidateId, @Nullable OpenMessage leased) {}

  /**
   * Records a message in the caller's transaction. Empty, and nothing changed, when it is there
   * already; no seq is spent then.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Recorded> record(InboundMessage message, UUID deliveryId) {
    Candidates.Locked candidate =
        candidates.resolve(message.accountId(), message.sender(), message.wamid());
    if (candidate == null) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    UUID fileId = message.content().file() == null ? null : UUID.randomUUID();
    Optional<Recorded> recorded =
        placing.place(
            new Placing.Entry(
                id,
                message.accountId(),
                message.numberId(),
                message.sentAt(),
                message.content().kind(),
                message.content().text(),
                extra(message.content(), fileId),
                message.wamid(),
                null,
                deliveryId,
                message.forJourney()),
            candidate);
    InboundMessage.File file = message.content().file();
    if (recorded.isPresent() && file != null && fileId != null) {
      media.told(
          new Media.Told(
              fileId,
              message.accountId(),
              candidate.id(),
              id,
              message.numberId(),
              message.content().kind(),
              file.whatsappId(),
              file.sha256(),
              file.type(),
              file.name()));
    }
    return recorded;
  }

  private static Map<String, String> extra(InboundMessage.Content content, @Nullable UUID fileId) {
    if (fileId == null) {
      return content.extra();
    }
    var extra = new TreeMap<>(content.extra());
    extra.put(Extras.ATTACHMENT_ID, fileId.toString());
    return extra;
  }
}
