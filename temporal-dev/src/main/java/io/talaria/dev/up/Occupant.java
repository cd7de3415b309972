package io.talaria.dev.up;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Who listens on a port that we want. */
final class Occupant {
  private static final String LISTENING = "0A";

  private Occupant() {}

  /**
   * @throws StartFailure that names who has one of these ports
   */
  static void refuse(Ports ports) {
    ports
        .byName()
        .forEach(
            (name, port) -> {
              if (isTaken(port)) {
                throw new StartFailure(
                    "Port %d, for %s, is held by %s. Stop that, or start elsewhere with --ports 9000."
                        .formatted(port, name, describe(port)));
              }
            });
  }

  static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Such as {@code nginx (process 4711)}; a process of another user has no name for us. */
  static String describe(int port) {
    return onLinux(port)
        .or(() -> byLsof(port))
        .map(Occupant::describe)
        .orElse("a process of another user");
  }

  private static String describe(ProcessHandle process) {
    String command =
        process.info().command().map(path -> Path.of(path).getFileName().toString()).orElse("?");
    return command + " (process " + process.pid() + ")";
  }

  private static Optional<ProcessHandle> onLinux(int port) {
    return inode("/proc/net/tcp", port)
        .or(() -> inode("/proc/net/tcp6", port))
        .flatMap(Occupant::holder);
  }

  /** Columns: 1 local address in hex with its port, 3 state, 9 inode. */
  private static Optional<String> inode(String table, int port) {
    String wanted = String.format(Locale.ROOT, ":%04X", port);
    try (var lines = Files.lines(Path.of(table))) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > 9)
          .filter(columns -> columns[1].endsWith(wanted) && columns[3].equals(LISTENING))
          .map(columns -> columns[9])
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessHandle> holder(String inode) {
    String wanted = "socket:[" + inode + "]";
    return ProcessHandle.allProcesses().filter(process -> holds(process, wanted)).findFirst();
  }

  private static boolean holds(ProcessHandle process, String socket) {
    Path folder = Path.of("/proc", String.valueOf(process.pid()), "fd");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.readSymbolicLink(file).toString().equals(socket)) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // Another user's process, or one that has just ended.
      return false;
    }
    return false;
  }

  private static Optional<ProcessHandle> byLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
      String pid = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
