package io.talaria.worker.whatsapp;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A request's body that is handed out only before the deadline, at the last step before it is
 * written: a process that was frozen after its last check writes an incomplete request, which is
 * none. It also knows whether anything of it left.
 */
final class GatedBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] body;
  private final Deadline deadline;
  private volatile boolean left;

  GatedBody(byte[] body, Deadline deadline) {
    this.body = body;
    this.deadline = deadline;
  }

  /** Whether the body was handed out, so that the other side may have it. */
  boolean left() {
    return left;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return body.length;
  }

  /** The client would repeat a request by itself, as after a 503 with {@code Retry-After: 0}. */
  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (deadline.passed()) {
      throw new IOException("The time to send was over before the request left");
    }
    left = true;
    sink.write(body);
  }
}
