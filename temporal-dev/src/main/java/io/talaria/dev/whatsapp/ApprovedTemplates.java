package io.talaria.dev.whatsapp;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.InvalidDefinition;
import io.talaria.journal.definition.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Templates with the texts that Meta would have approved: those of the definitions that come along,
 * and of those in the folder of the installation's own. A name that no definition has counts as
 * approved too, its text is just not known.
 */
@Component
class ApprovedTemplates {
  private final Map<String, Map<String, String>> texts = new HashMap<>();

  /**
   * @param folder {@code talaria.definitions.path}; blank when there is none
   */
  ApprovedTemplates(@Value("${talaria.definitions.path:}") String folder) {
    files("classpath*:/definitions/*.yaml").forEach(this::read);
    if (!folder.isBlank()) {
      files("file:" + folder + "/*.yaml").forEach(this::read);
    }
  }

  /**
   * What the candidate reads.
   *
   * @param language WhatsApp's code, such as {@code pt_BR}
   * @return empty when no definition has this template in this language
   */
  Optional<String> text(String name, String language, List<String> parameters) {
    String text = texts.getOrDefault(name, Map.of()).get(language);
    if (text == null) {
      return Optional.empty();
    }
    // The only parameter that templates of definitions have.
    return Optional.of(parameters.isEmpty() ? text : text.replace("{time}", parameters.getFirst()));
  }

  private static List<Resource> files(String pattern) {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
          .filter(file -> !Objects.requireNonNull(file.getFilename()).endsWith(".rehearsals.yaml"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Definitions can't be listed: " + pattern, e);
    }
  }

  private void read(Resource file) {
    try {
      String yaml = file.getContentAsString(StandardCharsets.UTF_8);
      Definition definition = DefinitionReader.read(String.valueOf(file.getFilename()), yaml);
      Stream.concat(
              Stream.of(definition.template(), definition.firstTemplate()),
              interviews(definition).map(Answer.Interview::template))
          .filter(Objects::nonNull)
          .forEach(this::approve);
    } catch (InvalidDefinition e) {
      // The worker refuses such a file and says why; the simulator has nothing to add.
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private static Stream<Answer.Interview> interviews(Definition definition) {
    return definition.steps().values().stream()
        .flatMap(List::stream)
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast)
        .map(Step.Ask::answer)
        .filter(Answer.Interview.class::isInstance)
        .map(Answer.Interview.class::cast);
  }

  private void approve(Definition.Template template) {
    Map<String, String> byCode = texts.computeIfAbsent(template.name(), name -> new HashMap<>());
    template
        .text()
        .byLanguage()
        .forEach((language, text) -> byCode.put(Definition.Template.code(language), text));
  }
}
