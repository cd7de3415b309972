package io.talaria.dev.storm;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Violation;
import io.talaria.dev.storm.fault.Adversary;
import io.talaria.dev.storm.fault.Parts;
import io.talaria.dev.storm.network.Phones;
import io.talaria.dev.storm.network.Post;
import io.talaria.dev.storm.people.Candidate;
import io.talaria.dev.storm.people.Holds;
import io.talaria.dev.storm.people.Recruiter;
import io.talaria.dev.storm.people.Recruiter.Contact;
import io.talaria.dev.storm.people.Recruiter.Uncertain;
import io.talaria.dev.storm.seed.Person;
import io.talaria.dev.storm.seed.SeededPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** One storm: load and faults, then calm, then the checks. */
final class Run {
  /**
   * After the last fault is healed: longer than a frozen worker's 31 s and a lease's 30 s twice,
   * and than the two minutes for which a reminder may rest that found no room, before the next one
   * is due.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private static final int AT_WORK = 5;

  /** So many messages to one recipient WhatsApp takes at once; then one every six seconds. */
  private static final int AT_ONCE = 45;

  private final Ground ground;
  private final SeededPlan plan;
  private final String engine;
  private final String prefix;
  private final Post post;
  private final Phones phones;
  private final Holds holds = new Holds();
  private final StatusWatch watch;
  private final ConsoleLists lists = new ConsoleLists();

  /**
   * @param run tells this run's candidates from those of others
   */
  Run(Ground ground, SeededPlan plan, String engine, int run) {
    this.ground = ground;
    this.plan = plan;
    this.engine = engine;
    this.prefix = SeededPlan.prefix(run);
    this.post = new Post(ground.gatewayPort(), plan.seed());
    this.phones = new Phones(post, plan.seed());
    this.watch = new StatusWatch(ground.moments(), prefix);
  }

  RunReport rage() throws InterruptedException {
    Parts parts = ground.parts();
    Adversary adversary =
        new Adversary(
            parts,
            ground.lines(),
            new Unlucky(
                ground.asksNext(),
                ground.moments(),
                prefix,
                ground.network(),
                phones,
                ground.desk().client().getWorkflowServiceStubs(),
                recruiter(AT_WORK)),
            plan.seed());
    try (post;
        phones) {
      parts.second(plan.twoWorkers());
      ground.network().serve(plan.seed(), phones::arrived);
      Instant begin = Instant.now();
      act(adversary, begin);
      Instant calm = Instant.now();
      Judge judge = new Judge(ground, parts, prefix, post, phones, holds, watch);
      List<Violation> violations = new ArrayList<>(judge.judge(calm.plus(PATIENCE)));
      int possible = plan.faults().size() - adversary.metAnother();
      violations.addAll(Rage.tooLittle(possible, adversary.injected().size()));
      Instant end = Instant.now();
      return new RunReport(
          plan.seed(),
          engine,
          begin,
          Duration.between(begin, end).toMillis(),
          Duration.between(calm, end).toMillis(),
          judge.waitedFor(),
          adversary.injected(),
          counts(adversary),
          violations);
    }
  }

  /** Load and faults, until both are over and everything answers again. */
  private void act(Adversary adversary, Instant begin) throws InterruptedException {
    Instant end = begin.plus(plan.load());
    List<Future<?>> acting = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Person person : plan.people()) {
        Candidate candidate = new Candidate(person, phones, ground.network(), plan.seed());
        acting.add(submit(threads, () -> candidate.live(end)));
      }
      for (int i = 0; i < AT_WORK; i++) {
        Recruiter recruiter = recruiter(i);
        acting.add(submit(threads, () -> recruiter.work(end, lists)));
      }
      acting.add(submit(threads, () -> watch.look(end)));
      acting.add(submit(threads, () -> adversary.rage(plan.faults(), begin)));
      for (Future<?> one : acting) {
        try {
          one.get();
        } catch (ExecutionException e) {
          threads.shutdownNow();
          throw new IllegalStateException("The storm itself failed", e.getCause());
        }
      }
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static Future<?> submit(ExecutorService threads, Work work) {
    return threads.submit(
        () -> {
          work.run();
          return null;
        });
  }

  private Recruiter recruiter(int index) {
    return new Recruiter(
        Ground.RECRUITERS.get(index), Ground.RECRUITERS, ground.desk(), holds, plan.seed());
  }

  /** What the console lists; empty while the journal is away. */
  private final class ConsoleLists implements Recruiter.Lists {
    @Override
    public List<Contact> open() {
      return listed(Moments::open);
    }

    @Override
    public List<Contact> held() {
      return listed(Moments::held);
    }

    @Override
    public List<Uncertain> uncertain() {
      return listed(Moments::uncertain);
    }

    @Override
    public List<Contact> alerted() {
      return listed(Moments::alerted);
    }

    List<Contact> woken() {
      return listed(Moments::woken);
    }

    private <T> List<T> listed(Listing<T> listing) {
      try {
        return listing.of(ground.moments(), prefix);
      } catch (SQLException e) {
        return List.of();
      }
    }
  }

  private interface Listing<T> {
    List<T> of(Moments moments, String prefix) throws SQLException;
  }

  private Map<String, Integer> counts(Adversary adversary) {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put("messages written", phones.said().size());
    ground.network().counts().forEach((what, count) -> counts.put("sends " + what, count));
    counts.putAll(post.counts());
    counts.putAll(holds.counts());
    counts.putAll(adversary.counts());
    counts.put("candidates at WhatsApp's pace", atThePace());
    counts.put("candidates whose journeys were woken", lists.woken().size());
    return counts;
  }

  /** How many were sent more than may go at once. */
  private int atThePace() {
    Map<String, Long> sends =
        ground.network().ledger().stream()
            .filter(accepted -> accepted.number().replace("+", "").startsWith(prefix))
            .collect(Collectors.groupingBy(Accepted::number, Collectors.counting()));
    return (int) sends.values().stream().filter(count -> count > AT_ONCE).count();
  }
}
