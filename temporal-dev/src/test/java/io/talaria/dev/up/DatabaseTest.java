package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseTest {
  @Test
  void closing_one_that_ended_by_itself_shows_no_trace(@TempDir Path home, CapturedOutput output)
      throws IOException {
    Database database = Database.start(new Folders(home), freePort());
    database.process().orElseThrow().destroyForcibly();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !database.isAlive());

    database.close();

    assertThat(output.getAll()).doesNotContain("\tat ", "did not stop");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
