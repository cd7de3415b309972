package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code temporal-dev/up} as a person meets it in a terminal. */
class UpTest {
  private static final int BASE = 19400;

  private final Path state = Installation.newFolder("up");
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void it_starts_says_ready_refuses_a_second_one_and_leaves_nothing_behind() throws Exception {
    // given
    Process up = up("first", "--no-build", "--no-seed", "--ports", String.valueOf(BASE));
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> said("first").contains("\nready\n") || !up.isAlive());
    assertThat(said("first")).contains("\nready\n").contains("http://localhost:" + (BASE + 10));

    // when a second one is started
    Process second = up("second", "--no-build", "--ports", String.valueOf(BASE + 100));

    // then it says where the first one is
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(said("second"))
        .contains("One runs already")
        .contains("http://localhost:" + (BASE + 10));

    // and Ctrl-C ends every process of the first one
    List<ProcessHandle> children = children();
    assertThat(children).hasSizeGreaterThanOrEqualTo(6);
    interrupt(up);
    assertThat(up.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void a_killed_launcher_leaves_nothing_that_the_next_start_does_not_end() throws Exception {
    // given
    Process up = up("killed", "--no-build", "--no-seed", "--ports", String.valueOf(BASE + 30));
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> said("killed").contains("\nready\n") || !up.isAlive());
    List<ProcessHandle> children = children();

    // when the launcher is killed without a chance to stop anybody
    up.descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("-Dtalaria.state"))
        .forEach(ProcessHandle::destroyForcibly);

    // then the script around it cleans up
    assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void a_taken_port_is_named_with_its_holder() throws Exception {
    try (ServerSocket socket = new ServerSocket(BASE + 60)) {
      Process up = up("taken", "--no-build", "--ports", String.valueOf(BASE + 60));
      assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(up.exitValue()).isEqualTo(1);
      assertThat(said("taken"))
          .contains("Port " + socket.getLocalPort())
          .contains("java (process " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void an_unknown_option_is_refused_before_anything_starts() throws Exception {
    Process up = up("unknown", "--frsh");
    assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(up.exitValue()).isEqualTo(2);
    assertThat(said("unknown")).contains("--frsh is no option of up");
  }

  private Process up(String name, String... options) throws IOException {
    // A terminal gives its programs an open ear for Ctrl-C. Whoever was started in a script's
    // background has it shut, hands that on to its children, and bash can't open it again.
    List<String> command =
        new ArrayList<>(List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV"));
    command.add(Installation.project().resolve("temporal-dev/up").toString());
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(state.resolve(name + ".txt").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(Installation.cleanEnvironment());
    environment.put("TALARIA_STATE", state.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private String said(String name) {
    try {
      return Files.readString(state.resolve(name + ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ProcessHandle> children() throws IOException {
    try (var files = Files.list(state.resolve("pids"))) {
      List<ProcessHandle> found = new ArrayList<>();
      for (Path file : files.toList()) {
        ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ")[0]))
            .ifPresent(found::add);
      }
      return found;
    }
  }

  private static void interrupt(Process process) throws Exception {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }
}
