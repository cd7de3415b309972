package io.talaria.dev.storm.fault;

import io.talaria.dev.up.Ports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lines of the applications to PostgreSQL and Temporal: each application has its own pair. */
public final class Lines implements AutoCloseable {
  private final Ports ports;
  private final List<Proxy> toPostgres = new ArrayList<>();
  private final Map<String, Proxy> toTemporal = new LinkedHashMap<>();

  public Lines(Ports ports) {
    this.ports = ports;
  }

  /** A pair of lines, as the environment of the application that is to use it. */
  public Map<String, String> add(String application) {
    Proxy postgres = new Proxy(ports.postgres());
    Proxy temporal = new Proxy(ports.temporal());
    toPostgres.add(postgres);
    toTemporal.put(application, temporal);
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/talaria");
    environment.put("SPRING_TEMPORAL_CONNECTION_TARGET", "127.0.0.1:" + temporal.port());
    return environment;
  }

  List<Proxy> toPostgres() {
    return toPostgres;
  }

  List<Proxy> toTemporal() {
    return List.copyOf(toTemporal.values());
  }

  /** Resets the connections to Temporal of this application alone. */
  void cutFromTemporal(String application) {
    Objects.requireNonNull(toTemporal.get(application), application).cut();
  }

  @Override
  public void close() {
    toPostgres.forEach(Proxy::close);
    toTemporal.values().forEach(Proxy::close);
  }
}
