package io.talaria.dev.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StormDefinitionTest {
  @Test
  void the_product_reads_it_and_some_of_its_bubbles_wait_for_an_arrival(@TempDir Path folder)
      throws Exception {
    // when
    StormDefinition.write(folder);
    String file = StormDefinition.NAME + ".yaml";
    Definition definition = DefinitionReader.read(file, Files.readString(folder.resolve(file)));

    // then
    List<Step> steps =
        definition.plan().stages().stream()
            .flatMap(stage -> definition.stepsOf(stage.id()).stream())
            .toList();
    assertThat(steps)
        .filteredOn(step -> step instanceof Step.Say say && say.afterArrival())
        .isNotEmpty();
    assertThat(definition.plan().times().ownerSilent()).isNull();
  }
}
