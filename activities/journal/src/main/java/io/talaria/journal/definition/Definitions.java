package io.talaria.journal.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published definitions. */
@Component
@EnableConfigurationProperties(DefinitionSettings.class)
public class Definitions {
  /** New texts of a plan are used at the latest after this. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final DefinitionSettings settings;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  Definitions(JdbcClient jdbc, DefinitionSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * The newest plan with its newest texts.
   *
   * @throws UnknownDefinition if no definition of this name was published
   */
  public Published newest(UUID accountId, String name) {
    return find(new Key(accountId, name, null))
        .orElseThrow(() -> new UnknownDefinition("No definition %s is published".formatted(name)));
  }

  /**
   * A plan with its newest texts.
   *
   * @throws UnknownDefinition if this plan was never published
   */
  public Published of(UUID accountId, String name, int plan) {
    return find(new Key(accountId, name, plan))
        .orElseThrow(
            () ->
                new UnknownDefinition(
                    "Plan %d of definition %s was never published".formatted(plan, name)));
  }

  /** A plan with its newest texts; empty if it was never published. */
  public Optional<Published> find(UUID accountId, String name, int plan) {
    return find(new Key(accountId, name, plan));
  }

  /** The names of an account's definitions, in their order. */
  public List<String> names(UUID accountId) {
    // By the primary key; few rows.
    return jdbc.sql(
            "select distinct name from definition_version where account_id = :account order by name")
        .param("account", accountId)
        .query(String.class)
        .list();
  }

  private Optional<Published> find(Key key) {
    Kept known = kept.get(key);
    if (known != null && known.until().isAfter(Instant.now())) {
      return Optional.of(known.published());
    }
    Optional<Published> read = read(key);
    read.ifPresent(p -> kept.put(key, new Kept(p, Instant.now().plus(FRESH))));
    return read;
  }

  private Optional<Published> read(Key key) {
    // The primary key's index serves both: newest of all, or newest texts of one plan.
    return jdbc.sql(
            """
            select plan, text_revision, yaml from definition_version
            where account_id = :account and name = :name and (:plan::integer is null or plan = :plan)
            order by plan desc, text_revision desc limit 1
            """)
        .param("account", key.accountId())
        .param("name", key.name())
        .param("plan", key.plan())
        .query((row, n) -> published(key.name(), row.getInt(1), row.getInt(2), row.getString(3)))
        .optional();
  }

  private Published published(String name, int plan, int revision, String yaml) {
    Definition read = DefinitionReader.published(name, yaml);
    Definition paced =
        read.with(
            Pace.of(read.plan(), plan, settings.hour()),
            settings.calendars() && Pace.isReal(settings.hour()) ? read.hours() : null);
    return new Published(paced, plan, revision);
  }

  private record Key(UUID accountId, String name, @Nullable Integer plan) {}

  private record Kept(Published published, Instant until) {}
}
