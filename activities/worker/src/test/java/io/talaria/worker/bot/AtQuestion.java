package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A candidate of whom the script has asked a question, on Wednesday 25 November 2026 at ten.
 *
 * @param answers known already
 * @param misses how often in a row they were not understood
 */
record AtQuestion(
    Definition definition,
    String language,
    String question,
    Map<String, String> answers,
    int misses) {
  private static final String YES_OR_NO =
      """
      choices:
                - id: permitted
                  title: {en: "Yes", pt-BR: Sim, es: Sí}
                  also: [yes, sim, si, tenho, tengo]
                - id: not_permitted
                  title: {en: "No", pt-BR: Não, es: "No"}
                  also: [no, não, nao]
      """;

  /** At a question of a definition that comes along. */
  static AtQuestion of(String name, String language, String question) {
    return of(name, language, question, yaml -> yaml);
  }

  /** The same, after a change of the definition. */
  static AtQuestion of(
      String name, String language, String question, UnaryOperator<String> change) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      String yaml = change.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return new AtQuestion(
          DefinitionReader.read(name + ".yaml", yaml), language, question, Map.of(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At a question with a yes and a no, the latter of which rules people out. */
  static AtQuestion mayWork(String language) {
    return of(
        "multi-channel-agency",
        language,
        "permit",
        yaml -> {
          int begin = yaml.indexOf("choices:", yaml.indexOf("- ask: permit"));
          int end = yaml.indexOf("        knock_out:", begin);
          return yaml.substring(0, begin) + YES_OR_NO + yaml.substring(end);
        });
  }

  AtQuestion knowing(Map<String, String> known) {
    return new AtQuestion(definition, language, question, known, misses);
  }

  AtQuestion after(int inARow) {
    return new AtQuestion(definition, language, question, answers, inARow);
  }

  /** As many messages as texts, one after the other. */
  Proposal says(String... texts) {
    return sends(Arrays.stream(texts).map(AtQuestion::text).toArray(MessageReceived[]::new));
  }

  Proposal taps(String choiceId, String title) {
    return sends(tap(choiceId, title));
  }

  Proposal sends(MessageReceived... messages) {
    return Script.propose(published(), turn(messages), new FakeLookups());
  }

  /** The turn in which the bot answers these. */
  Turn turn(MessageReceived... messages) {
    return new Turn(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "key",
        Reason.MESSAGES,
        definition.plan().definition(),
        1,
        language,
        stage(),
        question,
        misses,
        answers,
        List.of(messages),
        0,
        true,
        new Turn.Moment(Instant.parse("2026-11-25T10:00:00Z"), true, null, List.of(), "BR"));
  }

  Published published() {
    return new Published(definition, 1, 0);
  }

  static MessageReceived text(String text) {
    return new MessageReceived(UUID.randomUUID(), 1, Instant.EPOCH, Kind.TEXT, text, null, "1");
  }

  static MessageReceived tap(String choiceId, String title) {
    return new MessageReceived(
        UUID.randomUUID(), 1, Instant.EPOCH, Kind.CHOICE, title, choiceId, "1");
  }

  static MessageReceived form(String id, Map<String, String> fields) {
    return new MessageReceived(
        UUID.randomUUID(),
        1,
        Instant.EPOCH,
        Kind.FORM,
        "",
        null,
        "1",
        null,
        new FormAnswers(id, fields));
  }

  Ask ask() {
    return definition.question(question).orElseThrow();
  }

  private String stage() {
    return definition.plan().stages().stream()
        .map(stage -> stage.id())
        .filter(stage -> definition.stepsOf(stage).stream().anyMatch(this::leadsHere))
        .findFirst()
        .orElseThrow();
  }

  private boolean leadsHere(Step step) {
    if (!(step instanceof Ask ask)) {
      return false;
    }
    Step.Unsure unsure = ask.manners().unsure();
    return ask.id().equals(question)
        || (unsure != null && unsure.explore().stream().anyMatch(e -> e.id().equals(question)));
  }
}
