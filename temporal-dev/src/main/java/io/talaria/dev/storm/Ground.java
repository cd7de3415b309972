package io.talaria.dev.storm;

import io.talaria.dev.storm.bot.HesitantWorker;
import io.talaria.dev.storm.fault.Lines;
import io.talaria.dev.storm.fault.Parts;
import io.talaria.dev.storm.network.Network;
import io.talaria.dev.storm.people.Desk;
import io.talaria.dev.storm.people.Operator;
import io.talaria.dev.storm.sweep.ImpatientSweeper;
import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Folders;
import io.talaria.dev.up.Outfit;
import io.talaria.dev.up.Plan;
import io.talaria.dev.up.Ports;
import io.talaria.dev.up.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What storms rage over: the product as separate processes on one machine, with lines between them
 * that can be cut, and the storm's own WhatsApp. Several runs may use one after the other.
 */
final class Ground implements AutoCloseable {
  /** A nudge after 4 s and one after 20 s, at risk after 24 s. */
  static final Duration HOUR = Duration.ofSeconds(1);

  /** Every journey continues as new several times in a run. */
  private static final String EVENTS_OF_A_RUN = "60";

  static final List<Operator> RECRUITERS =
      List.of(
          new Operator(new UUID(7, 1), "Recruiter 0", false),
          new Operator(new UUID(7, 2), "Recruiter 1", false),
          new Operator(new UUID(7, 3), "Recruiter 2", true),
          new Operator(new UUID(7, 4), "Recruiter 3", false),
          new Operator(new UUID(7, 5), "Recruiter 4", false),
          new Operator(new UUID(7, 6), "Recruiter 5", false));

  private final Stack stack;
  private final Lines lines;
  private final Network network = new Network();
  private final Folders folders;
  private final PGSimpleDataSource journal = new PGSimpleDataSource();
  private final Desk desk;
  private boolean closed;

  private Ground(Stack stack, Lines lines, Folders folders, Ports ports) {
    this.stack = stack;
    this.lines = lines;
    this.folders = folders;
    journal.setUrl("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/talaria");
    journal.setUser("talaria");
    journal.setPassword("talaria");
    journal.setConnectTimeout(2);
    journal.setSocketTimeout(15);
    desk = new Desk(journal, "127.0.0.1:" + ports.temporal());
  }

  /**
   * What {@link #start} starts, not yet started.
   *
   * @param project where Maven left the jars
   */
  static Ground unprepared(
      Path project,
      Folders folders,
      Ports ports,
      Path java,
      Engine engine,
      Map<String, String> env) {
    Map<String, String> environment = new HashMap<>(env);
    environment
        .keySet()
        .removeIf(name -> name.startsWith("TALARIA_") || name.startsWith("SPRING_"));
    Path definitions = folders.home().resolve("definitions");
    environment.put("TALARIA_DEFINITIONS_PATH", definitions.toString());
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID", Network.NUMBER_ID);
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_DEFINITION", StormDefinition.NAME);
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_ACCESSTOKEN", "demo-access-token");
    Lines lines = new Lines(ports);
    Stack stack =
        new Stack(
            new Plan(
                project,
                folders,
                ports,
                java,
                engine.tuned(Map.of("limit.historyCount.suggestContinueAsNew", EVENTS_OF_A_RUN)),
                HOUR,
                environment,
                true));
    return new Ground(stack, lines, folders, ports);
  }

  /** Folders of the applications, unpacked. */
  List<Path> unpack(String... applications) {
    return Arrays.stream(applications).map(stack::unpack).toList();
  }

  /** Starts everything; what did start is ended when something doesn't. */
  void start() {
    try {
      begin();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void begin() {
    StormDefinition.write(folders.home().resolve("definitions"));
    String hesitant = HesitantWorker.class.getName();
    String impatient = ImpatientSweeper.class.getName();
    Path classes =
        jar(
            "hesitant-worker",
            hesitant,
            hesitant + "$HesitantBot",
            hesitant + "$HesitantChannel",
            impatient);
    stack.outfit("gateway", gateway());
    stack.outfit(Parts.WORKER, worker(Parts.WORKER, classes, 0, asksNext()));
    // Never read: only the first worker is ambushed.
    Path ofSecond = folders.home().resolve("second-asks-next");
    stack.outfit(Parts.SECOND_WORKER, worker(Parts.SECOND_WORKER, classes, freePort(), ofSecond));
    stack.start(List.of("simulators", Parts.WORKER, "gateway"));
    hireRecruiters();
  }

  private Outfit gateway() {
    Map<String, String> environment = lines.add("gateway");
    environment.put("TALARIA_GATEWAY_LOOKFORLOSTRUNSEVERY", "2s");
    environment.put("TALARIA_GATEWAY_RUNS_WAKINGFROM", "2s");
    environment.put("TALARIA_GATEWAY_RUNS_WAKINGGRACE", "3s");
    return new Outfit(
        environment,
        List.of(),
        jar("impatient-sweeper", ImpatientSweeper.class.getName()),
        ImpatientSweeper.class.getName(),
        0);
  }

  private Outfit worker(String name, Path classes, int port, Path asksNext) {
    Map<String, String> environment = lines.add(name);
    environment.put(HesitantWorker.ASKS_NEXT, asksNext.toString());
    environment.put("TALARIA_WHATSAPP_GRAPHBASEURL", network.url());
    environment.put("TALARIA_WORKER_LOOKFORUNTOLDALERTSEVERY", "2s");
    environment.put("TALARIA_HELDNUMBERS_TRYEVERY", "15s");
    return new Outfit(environment, List.of(), classes, HesitantWorker.class.getName(), port);
  }

  /**
   * A jar with these classes of ours, and nothing else of this program, for the product's
   * processes. One that is there stays, since class archives are bound to the times of their jars.
   */
  private Path jar(String called, String... guests) {
    Path jar = folders.home().resolve(called + ".jar");
    if (Files.exists(jar)) {
      return jar;
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String guest : guests) {
        String file = guest.replace('.', '/') + ".class";
        try (InputStream source =
            Objects.requireNonNull(Ground.class.getResourceAsStream("/" + file), file)) {
          out.putNextEntry(new JarEntry(file));
          source.transferTo(out);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hireRecruiters() {
    try (Connection connection = journal.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into operator (id, account_id, email, name, role)
                values (?, '00000000-0000-0000-0000-000000000001', ?, ?, ?)
                on conflict do nothing
                """)) {
      for (int i = 0; i < RECRUITERS.size(); i++) {
        statement.setObject(1, RECRUITERS.get(i).id());
        statement.setString(2, "recruiter" + i + "@storm.example");
        statement.setString(3, RECRUITERS.get(i).name());
        statement.setString(4, RECRUITERS.get(i).lead() ? "LEAD" : "RECRUITER");
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The journal does not answer", e);
    }
  }

  Parts parts() {
    return new Parts(stack);
  }

  Lines lines() {
    return lines;
  }

  Network network() {
    return network;
  }

  Desk desk() {
    return desk;
  }

  Moments moments() {
    return new Moments(journal);
  }

  JournalReader journal() {
    return new JournalReader(journal);
  }

  int gatewayPort() {
    return stack.ports().gateway();
  }

  /** File in which the first worker tells whose reply is to go on next, if the journal lets it. */
  Path asksNext() {
    return folders.home().resolve("asks-next");
  }

  Path logs() {
    return folders.logs();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    desk.close();
    stack.close();
    lines.close();
    network.close();
  }
}
