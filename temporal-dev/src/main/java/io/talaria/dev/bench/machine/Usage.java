package io.talaria.dev.bench.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Who used the processors between two moments.
 *
 * @param seconds how long that was
 * @param cores busy cores by process, on average
 * @param others busy cores of everybody else on the machine: what disturbs the figures
 * @param loadBefore {@code /proc/loadavg} at the beginning
 */
public record Usage(
    double seconds, Map<String, Double> cores, double others, String loadBefore, String loadAfter) {

  /** Busy cores of one process; 0 when there was none of that name. */
  public double of(String process) {
    return cores.getOrDefault(process, 0.0);
  }

  /** Busy cores of the installation, without whoever measures. */
  public double ofInstallation() {
    return cores.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Watch.GENERATOR))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Notes the beginning; {@link #end()} may be asked several times. */
  public static final class Watch {
    /** This process, which writes the messages. */
    public static final String GENERATOR = "generator";

    private final Supplier<Map<String, ProcessHandle>> processes;
    private final long begun = System.nanoTime();
    private final Map<String, Double> before;
    private final double busyBefore = Proc.busySeconds();
    private final String load = Proc.load();

    public Watch(Supplier<Map<String, ProcessHandle>> processes) {
      this.processes = processes;
      this.before = seconds();
    }

    public Usage end() {
      double length = (System.nanoTime() - begun) / 1e9;
      Map<String, Double> cores = new LinkedHashMap<>();
      double ours = 0;
      for (Map.Entry<String, Double> now : seconds().entrySet()) {
        double used = now.getValue() - before.getOrDefault(now.getKey(), 0.0);
        cores.put(now.getKey(), used / length);
        ours += used;
      }
      double others = Math.max(0, Proc.busySeconds() - busyBefore - ours) / length;
      return new Usage(length, cores, others, load, Proc.load());
    }

    private Map<String, Double> seconds() {
      Map<String, Double> seconds = new LinkedHashMap<>();
      processes.get().forEach((name, process) -> seconds.put(name, family(process)));
      seconds.put(GENERATOR, Proc.cpuSeconds(ProcessHandle.current(), false));
      return seconds;
    }

    /** PostgreSQL answers each connection by a process of its own. */
    private static double family(ProcessHandle process) {
      return Proc.cpuSeconds(process, true)
          + process.children().mapToDouble(child -> Proc.cpuSeconds(child, true)).sum();
    }
  }

  /** Resident memory of a process, in MB. */
  public static double residentMegabytes(ProcessHandle process) {
    return Proc.residentBytes(process) / 1e6;
  }
}
