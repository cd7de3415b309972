package io.talaria.dev.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Where the services of a Temporal server find each other. They are kept with the data: the
 * server's tables name the members of the cluster by address, and a start under other addresses
 * first looks for those.
 */
record InnerPorts(List<Integer> numbers) {
  private static final List<String> NAMES =
      List.of(
          "FRONTEND_HTTP_PORT",
          "FRONTEND_MEMBERSHIP_PORT",
          "HISTORY_GRPC_PORT",
          "HISTORY_MEMBERSHIP_PORT",
          "MATCHING_GRPC_PORT",
          "MATCHING_MEMBERSHIP_PORT",
          "WORKER_GRPC_PORT",
          "WORKER_MEMBERSHIP_PORT");

  /** Its tables hold a port as a signed number of two bytes. */
  private static final int LOWEST = Short.MAX_VALUE - 8_000;

  /** Those of the last start, unless somebody else listens on one of them by now. */
  static InnerPorts of(Folders folders) {
    Path file = folders.temporalServer().resolve("ports");
    try {
      if (Files.exists(file)) {
        List<Integer> kept =
            Arrays.stream(Files.readString(file).strip().split(" ")).map(Integer::valueOf).toList();
        if (kept.size() == NAMES.size() && kept.stream().noneMatch(Occupant::isTaken)) {
          return new InnerPorts(kept);
        }
      }
      List<Integer> free =
          new Random()
              .ints(LOWEST, Short.MAX_VALUE)
              .distinct()
              .filter(port -> !Occupant.isTaken(port))
              .limit(NAMES.size())
              .boxed()
              .toList();
      Files.writeString(file, String.join(" ", free.stream().map(String::valueOf).toList()));
      return new InnerPorts(free);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      environment.put(NAMES.get(i), String.valueOf(numbers.get(i)));
    }
    return environment;
  }
}
