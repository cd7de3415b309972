package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

class TimedDnsTest {
  @Test
  void a_look_up_that_hangs_is_given_up() {
    var never = new CountDownLatch(1);
    Dns hanging =
        host -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    assertThatThrownBy(() -> new TimedDns(hanging, Duration.ofMillis(50)).lookup("a.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("a.example");
    never.countDown();
  }

  @Test
  void what_is_found_is_answered_and_what_is_not_is_unknown() throws UnknownHostException {
    List<InetAddress> here = List.of(InetAddress.getLoopbackAddress());
    assertThat(new TimedDns(host -> here, Duration.ofSeconds(30)).lookup("a.example"))
        .isEqualTo(here);
    Dns none =
        host -> {
          throw new UnknownHostException(host);
        };
    assertThatThrownBy(() -> new TimedDns(none, Duration.ofSeconds(30)).lookup("a.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("a.example");
  }
}
