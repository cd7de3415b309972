package io.talaria.dev.storm;

import io.grpc.StatusRuntimeException;
import io.talaria.dev.storm.Moments.InTurn;
import io.talaria.dev.storm.fault.Adversary.Incidents;
import io.talaria.dev.storm.network.Network;
import io.talaria.dev.storm.network.Phones;
import io.talaria.dev.storm.people.Recruiter;
import io.talaria.dev.storm.people.Recruiter.Contact;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds candidates at a bad moment, and makes use of it. */
final class Unlucky implements Incidents {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(3);
  private static final Duration ON_THE_LINE = Duration.ofMillis(40);
  private static final int AT_ONCE = 4;

  /** Whoever told earlier that it is to ask has asked. */
  private static final Duration HESITATES = Duration.ofMillis(30);

  private final Path asksNext;
  private final Moments moments;
  private final String prefix;
  private final Network network;
  private final Phones phones;
  private final WorkflowServiceStubs engine;
  private final Recruiter recruiter;
  private List<Contact> found = List.of();

  /**
   * @param asksNext where the first worker tells whose reply is to go on next
   */
  Unlucky(
      Path asksNext,
      Moments moments,
      String prefix,
      Network network,
      Phones phones,
      WorkflowServiceStubs engine,
      Recruiter recruiter) {
    this.asksNext = asksNext;
    this.moments = moments;
    this.prefix = prefix;
    this.network = network;
    this.phones = phones;
    this.engine = engine;
    this.recruiter = recruiter;
  }

  @Override
  public boolean awaitTurn(Instant end) throws InterruptedException {
    return find(this::inTurn, end);
  }

  @Override
  public boolean awaitNextBubble(Instant end) throws InterruptedException {
    return find(this::asking, end);
  }

  private boolean find(Supplier<List<Contact>> look, Instant end) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      found = look.get();
      if (!found.isEmpty()) {
        return true;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return false;
  }

  private List<Contact> asking() {
    try {
      Instant told = Files.getLastModifiedTime(asksNext).toInstant();
      if (told.isBefore(Instant.now().minus(HESITATES))) {
        return List.of();
      }
      UUID candidate = UUID.fromString(Files.readString(asksNext));
      return moments.open(prefix).stream().filter(c -> c.candidate().equals(candidate)).toList();
    } catch (IOException | IllegalArgumentException | SQLException e) {
      // Nobody has told yet, or it is being told: the next look finds it.
      return List.of();
    }
  }

  private List<Contact> inTurn() {
    try {
      return moments.inTurn(prefix).stream()
          .filter(turn -> turn.key() == null || !network.hasSeen(turn.key()))
          .map(InTurn::contact)
          .distinct()
          .limit(AT_ONCE)
          .toList();
    } catch (SQLException e) {
      return List.of();
    }
  }

  @Override
  public int betweenRowAndCall() throws InterruptedException {
    // What had left before the freeze arrives.
    Thread.sleep(ON_THE_LINE);
    try {
      return (int) moments.sending(found).stream().filter(key -> !network.hasSeen(key)).count();
    } catch (SQLException e) {
      return 0;
    }
  }

  @Override
  public void takeOver(Runnable taken) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Contact contact : found) {
        threads.submit(
            () -> {
              recruiter.takeOver(contact).ifPresent(request -> taken.run());
              return null;
            });
      }
    }
  }

  @Override
  public int forget() throws InterruptedException {
    return atTheNext(Duration.ofSeconds(3), this::told, this::forget);
  }

  @Override
  public int lose() throws InterruptedException {
    return atTheNext(Duration.ofSeconds(8), this::silent, this::terminate);
  }

  private interface Moment {
    List<Contact> now() throws SQLException;
  }

  /** How many candidates at such a moment it befell, at the first moment at which it did any. */
  private static int atTheNext(Duration within, Moment moment, Predicate<Contact> what)
      throws InterruptedException {
    Instant end = Instant.now().plus(within);
    while (Instant.now().isBefore(end)) {
      try {
        List<Contact> there = moment.now();
        int befallen = (int) there.stream().filter(what).count();
        if (befallen > 0) {
          return befallen;
        }
      } catch (SQLException e) {
        // PostgreSQL is one of those that fall over; the next look finds it.
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return 0;
  }

  private List<Contact> told() throws SQLException {
    return moments.told(prefix);
  }

  private List<Contact> silent() throws SQLException {
    return moments.silent(prefix);
  }

  private boolean forget(Contact contact) {
    if (!terminate(contact)) {
      return false;
    }
    boolean forgotten = stillUntaken(contact);
    if (!forgotten) {
      // It was recorded in time: its lost run goes on with the candidate's next message. After a
      // forgotten one nothing is said, since whatever begins a run would have it told again.
      phones.write(contact.number(), "Candidate", "ainda está aí?", null);
    }
    return forgotten;
  }

  /** Now that its run is gone, nobody but the product's sweep can bring the message in. */
  private boolean stillUntaken(Contact contact) {
    try {
      return moments.untaken(contact);
    } catch (SQLException e) {
      return false;
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
    return true;
  }
}
