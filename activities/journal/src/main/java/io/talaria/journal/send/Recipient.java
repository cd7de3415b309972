package io.talaria.journal.send;

import io.talaria.journal.Sealed;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a candidate is addressed. Personal: never logged.
 *
 * @param kind of {@code contact_alias}
 */
public record Recipient(Kind kind, String value) {
  /** A phone number wins over an id, as it does at WhatsApp. */
  public enum Kind {
    PHONE,
    BSUID
  }

  /** The newest address of the best kind; empty for somebody whom WhatsApp gives no way to. */
  static Optional<Recipient> of(JdbcClient jdbc, Sealed sealed, UUID candidateId) {
    return jdbc.sql(
            """
            select kind, sealed_value from contact_alias
            where candidate_id = :candidate and channel = 'whatsapp' and kind in ('phone', 'bsuid')
            order by kind = 'phone' desc, created_at desc limit 1
            """)
        .param("candidate", candidateId)
        .query(
            (row, n) ->
                new Recipient(
                    row.getString(1).equals("phone") ? Kind.PHONE : Kind.BSUID,
                    Objects.requireNonNull(sealed.text(candidateId, row.getBytes(2)))))
        .optional();
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
