package io.talaria.journal.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes versions of definitions; none is ever changed. */
@Component
public class DefinitionPublishing {
  private final JdbcClient jdbc;
  private final DefinitionFiles files;
  private final JsonMapper canonical =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  DefinitionPublishing(JdbcClient jdbc, DefinitionFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /**
   * Publishes the file of this name: a new plan when what workflows carry has changed, a new text
   * revision when only texts have; no-op when nothing has.
   *
   * @return the version that is the newest now
   * @throws InvalidDefinition if the file has mistakes
   * @throws UnknownDefinition if there is no such file, or it defines something else
   */
  @Transactional
  public Published publish(UUID accountId, String name) {
    DefinitionFiles.Source source =
        files
            .find(name)
            .orElseThrow(
                () ->
                    new UnknownDefinition(
                        "There is no definition %s: no file %s.yaml comes along, and %s"
                            .formatted(name, name, files.places())));
    Definition definition = DefinitionReader.read(source.file(), source.yaml());
    if (!definition.plan().definition().equals(name)) {
      throw new UnknownDefinition(
          "%s defines %s; expected definition: %s"
              .formatted(source.file(), definition.plan().definition(), name));
    }
    return publish(accountId, definition, source.yaml());
  }

  private Published publish(UUID accountId, Definition definition, String yaml) {
    String name = definition.plan().definition();
    // Workers start together; one of them publishes at a time.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('definition_version'))")
        .query((row, n) -> n)
        .list();
    String planHash = sha256(canonical.writeValueAsBytes(definition.plan()));
    String textHash = sha256(yaml.getBytes(StandardCharsets.UTF_8));
    Optional<Newest> newest = newest(accountId, name);
    if (newest.isPresent() && newest.get().textHash().equals(textHash)) {
      return new Published(definition, newest.get().plan(), newest.get().revision());
    }
    boolean samePlan = newest.isPresent() && newest.get().planHash().equals(planHash);
    int plan = newest.map(n -> samePlan ? n.plan() : n.plan() + 1).orElse(1);
    int revision = samePlan ? newest.get().revision() + 1 : 0;
    jdbc.sql(
            """
            insert into definition_version
              (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
            values (:account, :name, :plan, :revision, :yaml, :planHash, :textHash)
            """)
        .param("account", accountId)
        .param("name", name)
        .param("plan", plan)
        .param("revision", revision)
        .param("yaml", yaml)
        .param("planHash", planHash)
        .param("textHash", textHash)
        .update();
    return new Published(definition, plan, revision);
  }

  private Optional<Newest> newest(UUID accountId, String name) {
    return jdbc.sql(
            """
            select plan, text_revision, plan_hash, text_hash from definition_version
            where account_id = :account and name = :name
            order by plan desc, text_revision desc limit 1
            """)
        .param("account", accountId)
        .param("name", name)
        .query(
            (row, n) ->
                new Newest(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)))
        .optional();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private record Newest(int plan, int revision, String planHash, String textHash) {}
}
