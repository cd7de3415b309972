package io.talaria.dev.storm;

import io.grpc.StatusRuntimeException;
import io.talaria.dev.storm.JournalReader.InTurn;
import io.talaria.dev.storm.fault.Adversary.Incidents;
import io.talaria.dev.storm.network.Network;
import io.talaria.dev.storm.network.Phones;
import io.talaria.dev.storm.people.Recruiter;
import io.talaria.dev.storm.people.Recruiter.Contact;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Finds candidates at a bad moment, and makes use of it. */
final class Unlucky implements Incidents {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(3);
  private static final int AT_ONCE = 4;

  private final JournalReader journal;
  private final String prefix;
  private final Network network;
  private final Phones phones;
  private final WorkflowServiceStubs engine;
  private final Recruiter recruiter;
  private List<Contact> found = List.of();

  Unlucky(
      JournalReader journal,
      String prefix,
      Network network,
      Phones phones,
      WorkflowServiceStubs engine,
      Recruiter recruiter) {
    this.journal = journal;
    this.prefix = prefix;
    this.network = network;
    this.phones = phones;
    this.engine = engine;
    this.recruiter = recruiter;
  }

  @Override
  public boolean awaitTurn(Instant end) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      found = inTurn();
      if (!found.isEmpty()) {
        return true;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return false;
  }

  private List<Contact> inTurn() {
    try {
      return journal.inTurn(prefix).stream()
          .filter(turn -> !hasLeft(turn))
          .map(InTurn::contact)
          .distinct()
          .limit(AT_ONCE)
          .toList();
    } catch (SQLException e) {
      return List.of();
    }
  }

  private boolean hasLeft(InTurn turn) {
    String key = turn.key();
    return key != null && network.hasAccepted(key);
  }

  @Override
  public void takeOver() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Contact contact : found) {
        threads.submit(() -> recruiter.takeOver(contact));
      }
    }
  }

  @Override
  public int forget() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(3);
    while (Instant.now().isBefore(end)) {
      List<Contact> told = told();
      if (!told.isEmpty()) {
        return (int) told.stream().filter(this::terminate).count();
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return 0;
  }

  private List<Contact> told() {
    try {
      return journal.told(prefix);
    } catch (SQLException e) {
      return List.of();
    }
  }

  private boolean terminate(Contact contact) {
    try {
      engine
          .blockingStub()
          .withDeadlineAfter(Duration.ofSeconds(3))
          .terminateWorkflowExecution(
              TerminateWorkflowExecutionRequest.newBuilder()
                  .setNamespace("default")
                  .setReason("the storm")
                  .setWorkflowExecution(
                      WorkflowExecution.newBuilder()
                          .setWorkflowId(JourneyIds.workflowId(contact.candidate())))
                  .build());
    } catch (StatusRuntimeException e) {
      return false;
    }
    // A lost run goes on with the candidate's next message, should this one be recorded by now.
    phones.write(contact.number(), "Candidate", "ainda está aí?", null);
    return true;
  }
}
