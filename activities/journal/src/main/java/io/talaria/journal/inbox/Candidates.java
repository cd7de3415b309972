package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import io.talaria.seal.Seal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who writes: finds the candidate behind a sender's names, or makes one. */
@Component
class Candidates {
  private static final String CHANNEL = "whatsapp";

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Seal seal;

  Candidates(JdbcClient jdbc, Sealed sealed, Seal seal) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.seal = seal;
  }

  /**
   * A candidate under its row's lock, until the transaction ends.
   *
   * @param lastSeq the last seq that was given
   */
  record Locked(UUID id, long lastSeq, @Nullable String country) {}

  /**
   * Finds or makes the sender's candidate, adds names that are new, and locks its row. Two gateways
   * that meet a new sender at once end with one candidate: an alias is unique, the second insert
   * waits for the first and is dropped, and reading again tells the winner.
   */
  Locked resolve(UUID accountId, InboundMessage.Sender sender) {
    List<Alias> aliases = sender.aliases().stream().distinct().sorted(Alias.ORDER).toList();
    Map<Alias, UUID> known = find(accountId, aliases);
    UUID candidate = owner(known).orElse(null);
    if (candidate == null) {
      candidate = create(accountId, aliases);
    } else if (known.size() < aliases.size() || moved(known, candidate)) {
      add(accountId, candidate, aliases);
    }
    return lock(candidate, sender);
  }

  private Map<Alias, UUID> find(UUID accountId, List<Alias> aliases) {
    // One look-up in the unique index per name, in one round trip.
    return jdbc
        .sql(
            """
            select w.n, a.candidate_id
            from unnest(cast(:kinds as text[]), cast(:scopes as text[]), cast(:tokens as text[]))
                 with ordinality as w(kind, scope, token, n)
            join contact_alias a
              on a.account_id = :account and a.channel = :channel
             and a.scope = w.scope and a.kind = w.kind and a.value_token = w.token
            """)
        .param("kinds", aliases.stream().map(a -> a.kind().column()).toArray(String[]::new))
        .param("scopes", aliases.stream().map(Alias::scope).toArray(String[]::new))
        .param("tokens", aliases.stream().map(this::token).toArray(String[]::new))
        .param("account", accountId)
        .param("channel", CHANNEL)
        .query((row, n) -> Map.entry(aliases.get(row.getInt(1) - 1), row.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<UUID> owner(Map<Alias, UUID> known) {
    return known.entrySet().stream()
        .filter(entry -> entry.getKey().kind() != Alias.Kind.USERNAME)
        .min(Map.Entry.comparingByKey(Alias.ORDER))
        .map(Map.Entry::getValue);
  }

  private static boolean moved(Map<Alias, UUID> known, UUID candidate) {
    return known.entrySet().stream()
        .anyMatch(e -> e.getKey().kind() == Alias.Kind.USERNAME && !e.getValue().equals(candidate));
  }

  private UUID create(UUID accountId, List<Alias> aliases) {
    UUID mine = UUID.randomUUID();
    jdbc.sql("insert into candidate (id, account_id) values (:id, :account)")
        .param("id", mine)
        .param("account", accountId)
        .update();
    add(accountId, mine, aliases);
    Map<Alias, UUID> now = find(accountId, aliases);
    UUID other =
        now.entrySet().stream()
            .filter(e -> e.getKey().kind() != Alias.Kind.USERNAME && !e.getValue().equals(mine))
            .min(Map.Entry.comparingByKey(Comparator.comparing(Alias::kind)))
            .map(Map.Entry::getValue)
            .orElse(null);
    if (other == null) {
      return mine;
    }
    // Somebody was faster with one of the names: theirs stays, what we added is given to it.
    jdbc.sql("delete from contact_alias where candidate_id = :mine").param("mine", mine).update();
    add(accountId, other, aliases);
    jdbc.sql("delete from candidate where id = :mine").param("mine", mine).update();
    return other;
  }

  private void add(UUID accountId, UUID candidate, List<Alias> aliases) {
    for (Alias alias : aliases) {
      // A name that belongs to somebody else stays there; only a username follows its new bearer.
      jdbc.sql(
              """
              insert into contact_alias
                (id, account_id, candidate_id, channel, scope, kind, value_token, sealed_value)
              values (:id, :account, :candidate, :channel, :scope, :kind, :token, :value)
              on conflict (account_id, channel, scope, kind, value_token) do update
                set candidate_id = excluded.candidate_id, sealed_value = excluded.sealed_value
                where contact_alias.kind = 'username'
              """)
          .param("id", UUID.randomUUID())
          .param("account", accountId)
          .param("candidate", candidate)
          .param("channel", CHANNEL)
          .param("scope", alias.scope())
          .param("kind", alias.kind().column())
          .param("token", token(alias))
          .param("value", sealed.text(candidate, alias.value()))
          .update();
    }
  }

  /** No-key lock: foreign keys of others, who only point here, are not held up by it. */
  private Locked lock(UUID candidate, InboundMessage.Sender sender) {
    record Row(long seq, byte @Nullable [] name, @Nullable String country) {}
    Row row =
        jdbc.sql(
                """
                select next_seq, sealed_name, country from candidate
                where id = :id for no key update
                """)
            .param("id", candidate)
            .query((r, n) -> new Row(r.getLong(1), r.getBytes(2), r.getString(3)))
            .single();
    String name = sender.name();
    if (name != null && !Objects.equals(name, sealed.text(candidate, row.name()))) {
      rename(candidate, name);
    }
    if (row.country() == null && sender.country() != null) {
      jdbc.sql("update candidate set country = :country where id = :id")
          .param("country", sender.country())
          .param("id", candidate)
          .update();
      return new Locked(candidate, row.seq(), sender.country());
    }
    return new Locked(candidate, row.seq(), row.country());
  }

  private void rename(UUID candidate, String name) {
    jdbc.sql("update candidate set sealed_name = :name, name_tokens = :tokens where id = :id")
        .param("name", sealed.text(candidate, name))
        .param(
            "tokens",
            NameTokens.prefixes(name).stream()
                .map(prefix -> seal.token(NameTokens.PURPOSE, prefix))
                .toArray(String[]::new))
        .param("id", candidate)
        .update();
  }

  private String token(Alias alias) {
    return seal.token("alias:" + alias.kind().column(), alias.value());
  }
}
