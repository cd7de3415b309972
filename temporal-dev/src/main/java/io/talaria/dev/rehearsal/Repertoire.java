package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journal.definition.RehearsalReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A definition with the rehearsals that stand beside it, {@code name.yaml} and {@code
 * name.rehearsals.yaml}.
 */
record Repertoire(Published published, List<Rehearsal> rehearsals) {
  private static final String YAML = ".yaml";
  private static final String REHEARSALS = ".rehearsals.yaml";
  private static final String FOLDER = "/definitions/";

  /** Names of the definitions that come along, sorted. */
  static List<String> names() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:" + FOLDER + "*" + YAML))
          .map(resource -> Objects.requireNonNull(resource.getFilename()))
          .filter(file -> !file.endsWith(REHEARSALS))
          .map(file -> file.substring(0, file.length() - YAML.length()))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The definitions that come along can't be listed", e);
    }
  }

  /**
   * A definition that comes along.
   *
   * @throws NotFound if there is none of this name, or it has no rehearsals
   * @throws io.talaria.journal.definition.InvalidDefinition with every mistake of either file
   */
  static Repertoire named(String name) {
    return read(
        name + YAML,
        resource(FOLDER + name + YAML),
        name + REHEARSALS,
        resource(FOLDER + name + REHEARSALS));
  }

  /**
   * A definition in a file, with the rehearsals in the file beside it.
   *
   * @throws NotFound if one of the files isn't there, or is called otherwise than its definition
   * @throws io.talaria.journal.definition.InvalidDefinition with every mistake of either file
   */
  static Repertoire of(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    String stem = name.replaceFirst("(\\.rehearsals)?\\.ya?ml$", "");
    Path definition = name.endsWith(REHEARSALS) ? file.resolveSibling(stem + YAML) : file;
    Path rehearsals = file.resolveSibling(stem + REHEARSALS);
    Repertoire read =
        read(definition.toString(), text(definition), rehearsals.toString(), text(rehearsals));
    String defined = read.published().definition().plan().definition();
    if (!defined.equals(stem)) {
      throw new NotFound(
          "%s defines %s; the file of a definition has its name, so expected %s.yaml, or definition: %s"
              .formatted(definition, defined, defined, stem));
    }
    return read;
  }

  private static Repertoire read(
      String definitionFile, String definitionYaml, String rehearsalFile, String rehearsalYaml) {
    Definition definition = DefinitionReader.read(definitionFile, definitionYaml);
    return new Repertoire(
        new Published(definition, 0, 0),
        RehearsalReader.read(rehearsalFile, rehearsalYaml, definition));
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new NotFound(
          "There is no file %s; rehearsals stand beside their definition, name.rehearsals.yaml beside name.yaml"
              .formatted(file));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new NotFound("%s can't be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static String resource(String path) {
    try (InputStream in = Repertoire.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new NotFound(
            "No %s comes along; there are: %s"
                .formatted(path.substring(FOLDER.length()), String.join(", ", names())));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
  }

  /** A file isn't what it was looked for as; the message says which. */
  static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFound(String message) {
      super(message);
    }
  }
}
