package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnerPortsTest {
  @TempDir Path home;

  @Test
  void a_server_comes_back_under_the_addresses_that_its_tables_name() {
    InnerPorts first = InnerPorts.of(new Folders(home));

    assertThat(InnerPorts.of(new Folders(home))).isEqualTo(first);
    assertThat(first.numbers()).doesNotHaveDuplicates().allMatch(port -> port <= Short.MAX_VALUE);
  }

  @Test
  void another_one_is_taken_when_somebody_listens_there_by_now() throws Exception {
    InnerPorts first = InnerPorts.of(new Folders(home));
    int taken = first.numbers().getFirst();

    try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
      assertThat(InnerPorts.of(new Folders(home)).numbers()).doesNotContain(other.getLocalPort());
    }
  }
}
