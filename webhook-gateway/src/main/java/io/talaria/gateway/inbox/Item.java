package io.talaria.gateway.inbox;

import io.talaria.journal.inbox.InboundMessage;
import io.talaria.journal.inbox.LimitNews;
import io.talaria.journal.inbox.Preference;
import io.talaria.journal.inbox.StatusReport;
import io.talaria.journal.inbox.Submission;
import io.talaria.journal.inbox.TemplateNews;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a delivery tells. */
public sealed interface Item {
  /** Where in the body it stands: a JSON pointer, empty for the whole. */
  String pointer();

  /** When it happened, as far as it is told; the order within a delivery. */
  Instant at();

  /** A person wrote. */
  record Written(String pointer, InboundMessage message) implements Item {
    @Override
    public Instant at() {
      return message.sentAt();
    }
  }

  /** A person filled in a web form. */
  record Filled(String pointer, Submission form) implements Item {
    @Override
    public Instant at() {
      return form.receivedAt();
    }
  }

  /** A send of ours got further, or failed. */
  record Reported(String pointer, StatusReport report, @Nullable UUID accountId) implements Item {
    @Override
    public Instant at() {
      return report.at();
    }
  }

  /** WhatsApp paused a template, or lets it be used again. */
  record TemplateChanged(String pointer, TemplateNews news) implements Item {
    @Override
    public Instant at() {
      return news.at();
    }
  }

  /** WhatsApp lets more people, or fewer, be written to unasked. */
  record LimitChanged(String pointer, LimitNews news) implements Item {
    @Override
    public Instant at() {
      return news.at();
    }
  }

  /** A person chose whether they want marketing messages. */
  record Chosen(String pointer, Preference preference) implements Item {
    @Override
    public Instant at() {
      return preference.at();
    }
  }

  /**
   * Something that can't be understood.
   *
   * @param reason a stable code
   * @param detail a sentence without personal data, for whoever looks at the quarantine
   */
  record Unreadable(
      String pointer, Instant at, @Nullable UUID accountId, String reason, String detail)
      implements Item {}
}
