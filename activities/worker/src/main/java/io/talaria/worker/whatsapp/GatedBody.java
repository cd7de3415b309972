package io.talaria.worker.whatsapp;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that is handed out only before the deadline, at the last step before it is
 * written: a process that was frozen after its last check writes an incomplete request, which is
 * none. It also knows whether anything of it left.
 */
final class GatedBody implements BodyPublisher {
  private final BodyPublisher body;
  private final Deadline deadline;
  private volatile boolean left;

  GatedBody(byte[] body, Deadline deadline) {
    this.body = BodyPublishers.ofByteArray(body);
    this.deadline = deadline;
  }

  /** Whether the body was handed out, so that the other side may have it. */
  boolean left() {
    return left;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> writer) {
    if (deadline.passed()) {
      writer.onSubscribe(new Nothing());
      writer.onError(new IOException("The time to send was over before the request left"));
      return;
    }
    left = true;
    body.subscribe(writer);
  }

  private static final class Nothing implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
