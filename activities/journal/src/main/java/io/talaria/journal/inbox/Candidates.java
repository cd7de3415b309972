package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import io.talaria.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who writes: finds the candidate behind a sender's names, or makes one. */
@Component
class Candidates {
  private static final String CHANNEL = "whatsapp";

  /** One look-up in the unique index per name, in one round trip. */
  private static final String NAMES =
      """
      select w.n, w.kind, a.candidate_id
      from unnest(cast(:kinds as text[]), cast(:scopes as text[]), cast(:tokens as text[]))
           with ordinality as w(kind, scope, token, n)
      join contact_alias a
        on a.account_id = :account and a.channel = :channel
       and a.scope = w.scope and a.kind = w.kind and a.value_token = w.token
      """;

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
   *
   * @param wamid of their message
   * @return null, and nothing changed, when that message is in the journal already
   */
  @Nullable Locked resolve(UUID accountId, InboundMessage.Sender sender, String wamid) {
    List<Alias> aliases = sender.aliases().stream().distinct().sorted(Alias.ORDER).toList();
    Found found = meet(accountId, aliases, wamid);
    if (found.known() || (found.owners().isEmpty() && isKnown(wamid))) {
      return null;
    }
    UUID candidate = owner(found.owners()).orElse(null);
    if (candidate == null) {
      candidate = create(accountId, aliases);
    } else if (found.owners().size() < aliases.size() || moved(found.owners(), candidate)) {
      add(accountId, candidate, aliases);
    }
    Row row = found.locked();
    return known(candidate, row != null ? row : lock(candidate), sender);
  }

  /**
   * @param owners of those names that are known
   * @param locked the row of the candidate who writes; null when none of the names tells who
   * @param known whether the message is in the journal; read only where an owner is known
   */
  private record Found(Map<Alias, UUID> owners, @Nullable Row locked, boolean known) {}

  /** What is read of a candidate's row under its lock. */
  private record Row(
      long seq, byte @Nullable [] name, @Nullable String country, @Nullable String zone) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("next_seq"),
          row.getBytes("sealed_name"),
          row.getString("country"),
          row.getString("zone"));
    }
  }

  /**
   * Reads whose names these are, and locks the one who writes. A no-key lock: foreign keys of
   * others, who only point here, are not held up by it.
   */
  private Found meet(UUID accountId, List<Alias> aliases, String wamid) {
    Map<Alias, UUID> owners = new HashMap<>();
    List<Row> locked = new ArrayList<>();
    var known = new AtomicBoolean();
    // The names come in Alias.ORDER: the first that tells somebody tells who writes.
    names(
            """
            with found as materialized (%s),
            writer as (
              select id, next_seq, sealed_name, country, zone from candidate
              where id = (select candidate_id from found where kind <> 'username' order by n limit 1)
              for no key update)
            select f.n, f.candidate_id, w.id as writer, w.next_seq, w.sealed_name, w.country, w.zone,
              exists (select 1 from message where wamid = :wamid) as known
            from found f left join writer w on w.id = f.candidate_id
            """
                .formatted(NAMES),
            accountId,
            aliases)
        .param("wamid", wamid)
        .query(
            row -> {
              owners.put(
                  aliases.get(row.getInt("n") - 1), row.getObject("candidate_id", UUID.class));
              known.set(row.getBoolean("known"));
              if (row.getObject("writer") != null) {
                locked.add(Row.read(row));
              }
            });
    return new Found(owners, locked.isEmpty() ? null : locked.getFirst(), known.get());
  }

  private boolean isKnown(String wamid) {
    return jdbc.sql("select exists (select 1 from message where wamid = :wamid)")
        .param("wamid", wamid)
        .query(Boolean.class)
        .single();
  }

  /** Who has these names; empty for somebody who never wrote. */
  Optional<UUID> known(UUID accountId, List<Alias> aliases) {
    return owner(owners(accountId, aliases));
  }

  private Map<Alias, UUID> owners(UUID accountId, List<Alias> aliases) {
    Map<Alias, UUID> owners = new HashMap<>();
    names(NAMES, accountId, aliases)
        .query(
            row -> {
              owners.put(
                  aliases.get(row.getInt("n") - 1), row.getObject("candidate_id", UUID.class));
            });
    return owners;
  }

  private JdbcClient.StatementSpec names(String sql, UUID accountId, List<Alias> aliases) {
    return jdbc.sql(sql)
        .param("kinds", aliases.stream().map(a -> a.kind().column()).toArray(String[]::new))
        .param("scopes", aliases.stream().map(Alias::scope).toArray(String[]::new))
        .param("tokens", aliases.stream().map(this::token).toArray(String[]::new))
        .param("account", accountId)
        .param("channel", CHANNEL);
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
    Map<Alias, UUID> now = owners(accountId, aliases);
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

  private Row lock(UUID candidate) {
    return jdbc.sql(
            """
            select next_seq, sealed_name, country, zone from candidate
            where id = :id for no key update
            """)
        .param("id", candidate)
        .query((row, n) -> Row.read(row))
        .single();
  }

  /** Keeps what the sender tells of themselves. */
  private Locked known(UUID candidate, Row row, InboundMessage.Sender sender) {
    String name = sender.name();
    if (name != null && !Objects.equals(name, sealed.text(candidate, row.name()))) {
      rename(candidate, name);
    }
    boolean newCountry = row.country() == null && sender.country() != null;
    if (newCountry || (row.zone() == null && sender.zone() != null)) {
      jdbc.sql(
              """
              update candidate set country = coalesce(country, :country), zone = coalesce(zone, :zone)
              where id = :id
              """)
          .param("country", sender.country())
          .param("zone", sender.zone())
          .param("id", candidate)
          .update();
    }
    return new Locked(candidate, row.seq(), newCountry ? sender.country() : row.country());
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
