package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import io.talaria.seal.Seal;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Phone numbers under which WhatsApp may know somebody, beside the one that was told. */
@Component
class OtherForms {
  private static final String PHONE = Alias.Kind.PHONE.column();

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Seal seal;

  OtherForms(JdbcClient jdbc, Sealed sealed, Seal seal) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.seal = seal;
  }

  /** Whether this number belongs to a candidate. */
  boolean isKnown(UUID accountId, String phone) {
    // By the unique index of contact_alias.
    return jdbc.sql(
            """
            select exists (select 1 from contact_alias
              where account_id = :account and channel = 'whatsapp' and scope = '' and kind = :kind
                and value_token = :token)
            """)
        .param("account", accountId)
        .param("kind", PHONE)
        .param("token", token(phone))
        .query(Boolean.class)
        .single();
  }

  /**
   * Who writes from this number is this candidate, unless it is somebody's already. The newest
   * address is sent to, and nobody has told this one: so it is older than all.
   */
  void add(UUID accountId, UUID candidateId, String phone) {
    jdbc.sql(
            """
            insert into contact_alias
              (id, account_id, candidate_id, channel, scope, kind, value_token, sealed_value, created_at)
            values (:id, :account, :candidate, 'whatsapp', '', :kind, :token, :value, 'epoch')
            on conflict (account_id, channel, scope, kind, value_token) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("kind", PHONE)
        .param("token", token(phone))
        .param("value", sealed.text(candidateId, phone))
        .update();
  }

  private String token(String phone) {
    return seal.token("alias:" + PHONE, phone);
  }
}
