package io.talaria.dev.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each process listens. */
public record Ports(
    int gateway,
    int worker,
    int console,
    int simulators,
    int temporal,
    int temporalUi,
    int postgres) {

  static final Ports DEFAULT = new Ports(8080, 8081, 8090, 8099, 7233, 8233, 5438);

  private static final int SPAN = 22;

  /** All ports near {@code base}, for a second installation on one machine. */
  public static Ports from(int base) {
    if (base < 1024 || base + SPAN > 65535) {
      throw new IllegalArgumentException("--ports expects a number from 1024 to 65513");
    }
    return new Ports(base, base + 1, base + 10, base + 19, base + 20, base + 21, base + SPAN);
  }

  /** Ports that nobody uses at this moment. */
  public static Ports free() {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 7; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> p = sockets.stream().map(ServerSocket::getLocalPort).toList();
      return new Ports(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4), p.get(5), p.get(6));
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  Map<String, Integer> byName() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("the gateway", gateway);
    ports.put("the worker", worker);
    ports.put("the console", console);
    ports.put("the simulators", simulators);
    ports.put("Temporal", temporal);
    ports.put("Temporal's Web UI", temporalUi);
    ports.put("PostgreSQL", postgres);
    return ports;
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
