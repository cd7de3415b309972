package io.talaria.gateway.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.gateway.door.Forwarder;
import io.talaria.gateway.inbox.Item.Chosen;
import io.talaria.gateway.inbox.Item.Filled;
import io.talaria.gateway.inbox.Item.LimitChanged;
import io.talaria.gateway.inbox.Item.Reported;
import io.talaria.gateway.inbox.Item.TemplateChanged;
import io.talaria.gateway.inbox.Item.Unreadable;
import io.talaria.gateway.inbox.Item.Written;
import io.talaria.journal.inbox.AccountNews;
import io.talaria.journal.inbox.Messages;
import io.talaria.journal.inbox.Statuses;
import io.talaria.journal.inbox.Submissions;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records one item in one transaction of its own, so that a poison item holds up no other. */
@Component
class ItemRecorder {
  private static final Logger log = LoggerFactory.getLogger(ItemRecorder.class);
  private static final int COLLISIONS = 3;

  private final Messages messages;
  private final Submissions submissions;
  private final Statuses statuses;
  private final AccountNews news;
  private final Forwarder forwarder;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;

  ItemRecorder(
      Messages messages,
      Submissions submissions,
      Statuses statuses,
      AccountNews news,
      Forwarder forwarder,
      TransactionTemplate transaction,
      MeterRegistry meters) {
    this.messages = messages;
    this.submissions = submissions;
    this.statuses = statuses;
    this.news = news;
    this.forwarder = forwarder;
    this.transaction = transaction;
    this.meters = meters;
  }

  /**
   * Records an item and does {@code along} in the same transaction. What was recorded before is a
   * no-op, {@code along} aside.
   *
   * @return what is wrong with the item; nothing was written and {@code along} not done then
   * @throws RuntimeException when the journal fails for now; to be tried again
   */
  Optional<Trouble> record(Item item, UUID deliveryId, Runnable along) {
    if (item instanceof Unreadable unreadable) {
      return Optional.of(
          new Trouble(unreadable.accountId(), unreadable.reason(), unreadable.detail()));
    }
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<Messages.Recorded> recorded =
            transaction.execute(
                status -> {
                  Optional<Messages.Recorded> message = write(item, deliveryId);
                  along.run();
                  return message;
                });
        recorded.ifPresent(forwarder::soon);
        return Optional.empty();
      } catch (RuntimeException e) {
        if (Trouble.isCollision(e) && attempt < COLLISIONS) {
          continue;
        }
        if (Trouble.isPassing(e)) {
          throw e;
        }
        Trouble trouble =
            e instanceof Submissions.UnknownJourney unknown
                ? Trouble.unknownJourney(unknown)
                : Trouble.failing(e);
        log.error("Item {} of delivery {}: {}", item.pointer(), deliveryId, trouble.detail());
        return Optional.of(trouble);
      }
    }
  }

  private Optional<Messages.Recorded> write(Item item, UUID deliveryId) {
    meters.counter("talaria.items", "kind", item.getClass().getSimpleName()).increment();
    return switch (item) {
      case Written written -> messages.record(written.message(), deliveryId);
      case Filled filled -> submissions.record(filled.form(), deliveryId);
      case Reported reported -> {
        statuses.merge(reported.report(), reported.accountId());
        yield Optional.empty();
      }
      case TemplateChanged changed -> {
        news.heard(changed.news());
        yield Optional.empty();
      }
      case LimitChanged changed -> {
        news.heard(changed.news());
        yield Optional.empty();
      }
      case Chosen chosen -> {
        news.heard(chosen.preference());
        yield Optional.empty();
      }
      case Unreadable unreadable ->
          throw new IllegalStateException("Nothing to record: " + unreadable.reason());
    };
  }
}
