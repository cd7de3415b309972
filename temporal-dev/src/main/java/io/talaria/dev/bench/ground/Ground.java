package io.talaria.dev.bench.ground;

import io.talaria.dev.bench.bare.BareProcess;
import io.talaria.dev.bench.crowd.Crowd;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Folders;
import io.talaria.dev.up.Outfit;
import io.talaria.dev.up.Plan;
import io.talaria.dev.up.Ports;
import io.talaria.dev.up.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A fresh installation whose candidates are a crowd, with the definition made for measuring. */
public final class Ground implements AutoCloseable {
  private static final String PHONE_NUMBER_ID = "106540352242922";

  /**
   * Both compilers, as a JVM has by default and as one runs in production. The console isn't on a
   * message's way and stays as {@code up} has it.
   */
  private static final List<String> COMPILED = List.of("-XX:TieredStopAtLevel=4");

  private static final List<String> ON_THE_WAY = List.of("worker", "gateway");

  /**
   * The simulators keep each send and its phone: those of all measures are more than an {@code up}
   * sees. The SDK keeps each local activity with its run: in a small heap the bare shape would end
   * in collections, which say nothing of the engine; our worker has scopes for them.
   */
  private static final List<String> ROOMY = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g");

  private final Stack stack;
  private final Folders folders;
  private final Crowd crowd;
  private final JournalStatistics journal;
  private final Histories histories;

  private Ground(Stack stack, Folders folders) {
    Ports ports = stack.ports();
    this.stack = stack;
    this.folders = folders;
    this.crowd =
        new Crowd(
            local(ports.gateway()), local(ports.simulators()), PHONE_NUMBER_ID, "demo-app-secret");
    this.journal = new JournalStatistics(stack.databaseUrl());
    this.histories = new Histories("127.0.0.1:" + ports.temporal());
  }

  /**
   * Starts it.
   *
   * @param project the root of the sources
   * @param home where its data is; what an earlier run left there is forgotten
   * @param opened is given the stack before it starts, to be closed when the start is interrupted
   */
  public static Ground open(
      Path project,
      Path home,
      Ports ports,
      Engine engine,
      java.util.function.Consumer<Stack> opened) {
    Folders folders = new Folders(home);
    folders.endOrphans();
    folders.forget();
    MadeDefinition definition = new MadeDefinition(home.resolve("definitions"));
    definition.write();
    Stack stack =
        new Stack(
            new Plan(
                project,
                folders,
                ports,
                java(),
                engine,
                null,
                environment(definition.folder()),
                // An archive of classes would make the end slow, and each run ends.
                false));
    ON_THE_WAY.forEach(name -> stack.outfit(name, Outfit.of(COMPILED)));
    stack.outfit("simulators", Outfit.of(ROOMY));
    opened.accept(stack);
    stack.start();
    return new Ground(stack, folders);
  }

  /** A person's own settings must not change what is measured. */
  private static Map<String, String> environment(Path definitions) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(name -> name.startsWith("TALARIA_") || name.startsWith("SPRING_"));
    environment.put("TALARIA_DEFINITIONS_PATH", definitions.toString());
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID", PHONE_NUMBER_ID);
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_DEFINITION", MadeDefinition.NAME);
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_ACCESSTOKEN", "demo-access-token");
    environment.put("TALARIA_WHATSAPP_NUMBERS_0_SENDSPERSECOND", "80");
    return environment;
  }

  public Crowd crowd() {
    return crowd;
  }

  public JournalStatistics journal() {
    return journal;
  }

  public Histories histories() {
    return histories;
  }

  public Stack stack() {
    return stack;
  }

  public String phoneNumberId() {
    return PHONE_NUMBER_ID;
  }

  public String consoleUrl() {
    return "http://localhost:" + stack.ports().console();
  }

  public Path logs() {
    return folders.logs();
  }

  /** Begins to watch who uses the processors. */
  public Usage.Watch watch() {
    return watch(Map.of());
  }

  /** The same with more processes than the installation's. */
  public Usage.Watch watch(Map<String, ProcessHandle> more) {
    return new Usage.Watch(
        () -> {
          Map<String, ProcessHandle> all = new HashMap<>(stack.processes());
          all.putAll(more);
          return all;
        });
  }

  /** The bare shape on the same Temporal server. */
  public BareProcess bare() {
    return BareProcess.start(
        java(),
        Stream.concat(Stack.javaFlags().stream(), ROOMY.stream()).toList(),
        "127.0.0.1:" + stack.ports().temporal(),
        folders.logs().resolve("bare.log"));
  }

  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    crowd.close();
    histories.close();
    stack.close();
  }
}
