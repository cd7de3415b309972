package io.talaria.worker.interleaving.temporal;

import com.google.protobuf.ByteString;
import io.temporal.api.command.v1.Command;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** An activity as the time-skipping server tells it from others, in its tokens. */
record RemoteActivity(String runId, long scheduledEvent) {
  static RemoteActivity ofTask(ByteString token) {
    try (DataInputStream parts = afterWorkflow(token)) {
      return new RemoteActivity(parts.readUTF(), parts.readLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that are cancelled when this task is completed. */
  static Set<RemoteActivity> cancelledBy(RespondWorkflowTaskCompletedRequest task) {
    try (DataInputStream parts = afterWorkflow(task.getTaskToken())) {
      String runId = parts.readUTF();
      return task.getCommandsList().stream()
          .filter(Command::hasRequestCancelActivityTaskCommandAttributes)
          .map(cancel -> cancel.getRequestCancelActivityTaskCommandAttributes())
          .map(cancel -> new RemoteActivity(runId, cancel.getScheduledEventId()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataInputStream afterWorkflow(ByteString token) throws IOException {
    var parts = new DataInputStream(token.newInput());
    parts.readUTF(); // Its namespace.
    parts.readUTF(); // Its id.
    return parts;
  }
}
