package io.talaria.dev.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Linux's own figures, read from {@code /proc}; nothing where there is no such folder. */
final class Proc {
  /** The kernel's unit in these files, whatever the machine. */
  private static final double TICKS_PER_SECOND = 100;

  private static final Path ROOT = Path.of("/proc");

  private Proc() {}

  /**
   * Seconds of CPU of a process.
   *
   * @param ofEndedChildren whether those of children that have ended count too
   */
  static double cpuSeconds(ProcessHandle process, boolean ofEndedChildren) {
    return line(process, "stat")
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
        .map(
            fields -> {
              // Fields 14 to 17 of the whole line: utime, stime, cutime, cstime.
              double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
              return ofEndedChildren
                  ? ticks + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])
                  : ticks;
            })
        .map(ticks -> ticks / TICKS_PER_SECOND)
        .orElse(0.0);
  }

  /** Resident memory in bytes. */
  static long residentBytes(ProcessHandle process) {
    return lines(ROOT.resolve(process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  /** Seconds that all cores together were busy since the machine started. */
  static double busySeconds() {
    return lines(ROOT.resolve("stat")).stream()
        .findFirst()
        .map(line -> line.trim().split("\\s+"))
        .map(
            fields -> {
              // user nice system idle iowait irq softirq steal: all but idle and iowait.
              double all = Arrays.stream(fields, 1, 9).mapToDouble(Double::parseDouble).sum();
              return (all - Double.parseDouble(fields[4]) - Double.parseDouble(fields[5]))
                  / TICKS_PER_SECOND;
            })
        .orElse(0.0);
  }

  /** The three averages of load, and how much runs. */
  static String load() {
    return lines(ROOT.resolve("loadavg")).stream().findFirst().orElse("unknown");
  }

  /** What {@code /proc/cpuinfo} or {@code /proc/meminfo} say under a name. */
  static String value(String file, String name) {
    return lines(ROOT.resolve(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static Optional<String> line(ProcessHandle process, String file) {
    return lines(ROOT.resolve(process.pid() + "/" + file)).stream().findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      // A process that ended meanwhile, or another system.
      return List.of();
    }
  }
}
