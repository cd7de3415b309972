package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class OccupantTest {
  @Test
  void the_holder_of_a_port_is_named() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Occupant.isTaken(socket.getLocalPort())).isTrue();
      assertThat(Occupant.describe(socket.getLocalPort()))
          .isEqualTo("java (process " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void a_free_port_is_not_taken() {
    assertThat(Occupant.isTaken(Ports.free().gateway())).isFalse();
  }
}
