package io.talaria.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
  @TempDir Path folder;

  @Test
  void a_definition_with_a_mistake_stops_the_start_with_file_line_and_what_was_expected(
      CapturedOutput output) throws IOException {
    Path file = folder.resolve("tech-hiring.yaml");
    Files.writeString(file, "definition: tech-hiring\nlanguages: en\n");

    assertThatThrownBy(() -> start("tech-hiring")).isNotNull();

    assertThat(output)
        .contains(file + ":2:12: expected a list of language tags, such as [en, pt-BR], found `en`")
        .contains("Correct the file and start again");
  }

  @Test
  void an_unknown_definition_stops_the_start_with_where_it_was_looked_for(CapturedOutput output) {
    assertThatThrownBy(() -> start("nursing")).isNotNull();

    assertThat(output).contains("There is no definition nursing").contains(folder.toString());
  }

  private void start(String definition) {
    new SpringApplicationBuilder(WorkerApplication.class)
        .web(WebApplicationType.NONE)
        .profiles("demo")
        .run(
            "--spring.datasource.url=" + TestDatabase.newUrl(),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--talaria.definitions.path=" + folder,
            "--talaria.whatsapp.numbers[0].phone-number-id=1",
            "--talaria.whatsapp.numbers[0].access-token=demo-access-token",
            "--talaria.whatsapp.numbers[0].definition=" + definition)
        .close();
  }
}
