package io.talaria.dev.bench.machine;

/** What it was measured on. */
public record Machine(
    String processor, int cores, String memory, String system, String java, String load) {

  public static Machine here() {
    return new Machine(
        Proc.value("cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Proc.value("meminfo", "MemTotal"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        Proc.load());
  }
}
