package io.talaria.worker.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.worker.FakeHttp;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.FakeHttp.Got;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class GraphClientTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final FakeHttp graph = new FakeHttp();

  @Test
  void a_refused_connection_has_sent_nothing() {
    GraphAnswer answer = client("http://127.0.0.1:1").post("1", "t", BODY, soon());
    assertThat(answer).isInstanceOf(GraphAnswer.NotLeft.class);
  }

  @Test
  void after_the_deadline_nothing_leaves() {
    GraphAnswer answer =
        client(graph.url()).post("1", "t", BODY, Deadline.in(Duration.ofMillis(-1)));
    assertThat(answer).isInstanceOf(GraphAnswer.NotLeft.class);
    assertThat(graph.got()).isEmpty();
  }

  @Test
  void a_body_is_not_handed_out_after_the_deadline() {
    var body = new GatedBody(BODY, Deadline.in(Duration.ofMillis(-1)));
    var wire = new Buffer();
    assertThatThrownBy(() -> body.writeTo(wire)).isInstanceOf(IOException.class);
    assertThat(wire.size()).isZero();
    assertThat(body.left()).isFalse();
  }

  @Test
  void silence_after_the_request_is_told_at_the_deadline() {
    var never = new CountDownLatch(1);
    graph.answers(
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return null;
        });
    GraphAnswer answer = client(graph.url()).post("1", "t", BODY, soon());
    assertThat(answer).isInstanceOf(GraphAnswer.Silent.class);
    never.countDown();
  }

  @Test
  void an_answer_that_trickles_is_cut_at_the_deadline() throws Exception {
    try (var trickling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = Thread.ofVirtual().start(() -> trickle(trickling));
      long begun = System.nanoTime();

      GraphAnswer answer =
          client("http://127.0.0.1:" + trickling.getLocalPort()).post("1", "t", BODY, soon());

      assertThat(answer).isInstanceOf(GraphAnswer.Silent.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      server.interrupt();
    }
  }

  /** Headers at once, then a byte now and then: every single read is quick. */
  private static void trickle(ServerSocket listening) {
    try (var caller = listening.accept()) {
      var out = caller.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
      for (int n = 0; n < 1000; n++) {
        out.write(' ');
        out.flush();
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException cut) {
      // The caller hung up, or the test is over.
    }
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() {
    graph.answers(request -> new Answer(302, "", "Location", graph.url() + "/elsewhere"));
    assertThat(client(graph.url()).post("1", "t", BODY, soon()))
        .isEqualTo(new GraphAnswer.Http(302, ""));
    assertThat(graph.got()).hasSize(1);
  }

  @Test
  void what_is_told_to_come_again_at_once_is_an_answer_and_no_second_request() {
    graph.answers(request -> new Answer(503, "", "Retry-After", "0"));
    assertThat(client(graph.url()).post("1", "t", BODY, soon()))
        .isEqualTo(new GraphAnswer.Http(503, ""));
    assertThat(graph.got()).hasSize(1);
  }

  @Test
  void a_connection_that_was_closed_after_an_answer_is_not_used_again() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var closed = new Semaphore(0);
      Thread server = Thread.ofVirtual().start(() -> answerOnceEach(listening, closed));
      GraphClient client = client("http://127.0.0.1:" + listening.getLocalPort());
      for (int n = 0; n < 3; n++) {
        assertThat(client.post("1", "t", BODY, soon())).isEqualTo(new GraphAnswer.Http(200, ""));
        closed.acquire();
      }
      server.interrupt();
    }
  }

  /** Doesn't say that it closes, as a server whose patience is over. */
  private static void answerOnceEach(ServerSocket listening, Semaphore closed) {
    while (true) {
      try (var caller = listening.accept()) {
        caller.getInputStream().read(new byte[4096]);
        var out = caller.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
        out.flush();
      } catch (IOException over) {
        return;
      }
      closed.release();
    }
  }

  @Test
  void an_address_keeps_its_path() {
    client(graph.url() + "/proxy/").post("1", "t", BODY, soon());
    assertThat(graph.got())
        .singleElement()
        .extracting(Got::path)
        .isEqualTo("/proxy/v26.0/1/messages");
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(700));
  }

  private static GraphClient client(String url) {
    var number = new WhatsAppSettings.Number("1", "t", "tech-hiring", UUID.randomUUID(), null);
    return new GraphClient(
        new WhatsAppSettings(
            URI.create(url),
            "v26.0",
            List.of(number),
            Duration.ofSeconds(10),
            40,
            Duration.ofSeconds(2)));
  }
}
