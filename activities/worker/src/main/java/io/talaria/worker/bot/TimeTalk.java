package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Kept;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Times of an interview are offered. Who names one in words means one of them, and never a date to
 * be written to: they would take that for the meeting, and nothing would be booked.
 */
final class TimeTalk implements InterviewTalk {
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:(?:a|o|as|na|la|el|the|pode ser|quero|prefiro|puede ser|quiero|prefiero|i want) )*"
              + "(?:(?<hour>\\d{1,2})|[2-6][ªa](?: feira)?)");

  private final Scene scene;
  private final Ask open;
  private final Answer.Interview interview;
  private final Drafting drafting;
  private final List<ZonedDateTime> free;
  private final @Nullable NamedTime named;

  TimeTalk(Scene scene, Ask open, Answer.Interview interview, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.interview = interview;
    this.drafting = drafting;
    this.free = Interviews.free(scene, open, interview.slots());
    NamedTime told = named(scene);
    this.named = told == null ? hour() : told;
  }

  /** What was written in one go, since some name the day and the hour apart. */
  static @Nullable NamedTime named(Scene scene) {
    String text =
        scene.turn().messages().stream()
            .filter(message -> message.choiceId() == null)
            .map(MessageReceived::text)
            .collect(Collectors.joining("\n"));
    return NamedTime.read(text, scene.language(), scene.here(scene.now()).toLocalDate())
        .orElse(null);
  }

  /** A number alone that is the hour of a time which is offered, and perhaps of a row. */
  private @Nullable NamedTime hour() {
    Matcher alone = ALONE.matcher(Folded.of(newest()));
    if (!alone.matches() || alone.group("hour") == null) {
      return null;
    }
    int hour = Integer.parseInt(alone.group("hour"));
    return free.stream().anyMatch(at -> at.getHour() == hour && at.getMinute() == 0)
        ? new NamedTime(Set.of(), LocalTime.of(hour, 0), null, false)
        : null;
  }

  /** Whether a row or a time may be meant: "10" where 10:00 is offered, "3ª" where a Tuesday is. */
  private boolean isRowOrTime() {
    return named != null
        && !named.sure()
        && ALONE.matcher(Folded.of(newest())).matches()
        && !meant().isEmpty();
  }

  private String newest() {
    MessageReceived newest = scene.turn().messages().getLast();
    return newest.choiceId() == null ? newest.text() : "";
  }

  @Override
  public Optional<Proposal> clear() {
    Optional<Proposal> chosen =
        (isRowOrTime()
                ? Optional.<String>empty()
                : AnswerReading.offered(scene, open, scene.turn().messages()))
            .map(choice -> Interviews.instant(choice).map(this::picked).orElseGet(this::again));
    if (chosen.isPresent()) {
      return chosen;
    }
    List<ZonedDateTime> meant = meant();
    if (named != null && named.sure() && meant.size() == 1) {
      return Optional.of(picked(meant.getFirst().toInstant()));
    }
    return Interviews.isCancelled(scene, open) ? Optional.of(afterCancelling()) : Optional.empty();
  }

  /** A person had them meanwhile. They want a time after all, or go on without one. */
  private Proposal afterCancelling() {
    String said = scene.turn().messages().getLast().text();
    if (named == null && !MeetingWords.moves(said)) {
      return reply().goOn(open, Map.of(), open.id() + ": cancelled");
    }
    Map<String, String> none = Map.of(open.id(), "");
    Prompt prompt = Interviews.prompt(scene.knowing(none), open, interview, scene.say(open.text()));
    return reply().ask(open, prompt, none, open.id() + ": wanted after all");
  }

  @Override
  public Optional<Proposal> unclear() {
    if (named == null || free.isEmpty()) {
      return Optional.empty();
    }
    List<ZonedDateTime> meant = meant();
    List<ZonedDateTime> near = meant.isEmpty() ? onDays() : meant;
    List<ZonedDateTime> offered = near.isEmpty() ? free : near;
    boolean missed = meant.isEmpty() || wereShown(offered);
    int misses = missed ? scene.turn().misses() + 1 : 0;
    if (misses >= Answering.PATIENCE) {
      return Optional.of(
          drafting
              .bubbles(
                  new Bubbles(scene.language()).say(scene.definition().texts().personCalled()),
                  scene.language(),
                  open.id() + ": none suits")
              .misses(misses)
              .needingHuman(Interviews.NONE_SUITS)
              .done());
    }
    drafting.misses(misses);
    Localized text = interview.free() == null ? open.text() : interview.free();
    Prompt prompt = Interviews.offer(scene, open, interview, scene.say(text), offered);
    String rule = open.id() + (missed ? ": not then" : ": named");
    return Optional.of(reply().ask(open, prompt, Map.of(), rule));
  }

  /** The free times that fit all that was named; all where nothing was. */
  private List<ZonedDateTime> meant() {
    LocalTime time = named == null ? null : named.time();
    return onDays().stream()
        .filter(at -> time == null || at.toLocalTime().equals(time))
        .filter(at -> time != null || isInPeriod(at.toLocalTime()))
        .toList();
  }

  private List<ZonedDateTime> onDays() {
    Set<LocalDate> days = named == null ? Set.of() : named.days();
    return days.isEmpty()
        ? free
        : free.stream().filter(at -> days.contains(at.toLocalDate())).toList();
  }

  private boolean isInPeriod(LocalTime time) {
    DayTime.Period period = named == null ? null : named.period();
    return switch (period) {
      case null -> true;
      case MORNING -> time.getHour() < 12;
      case AFTERNOON -> time.getHour() >= 12 && time.getHour() < 18;
      case EVENING -> time.getHour() >= 18;
    };
  }

  /** Whether the candidate sees exactly these already, so that they don't suit. */
  private boolean wereShown(List<ZonedDateTime> times) {
    Prompt prompt = Interviews.offer(scene, open, interview, "", times);
    List<String> shown =
        scene.lookups().shown(scene.turn(), open.id()).stream().map(Choice::id).toList();
    return Objects.equals(shown, prompt.choices().stream().map(Choice::id).toList());
  }

  /** An old button about a time that was given back. */
  private Proposal again() {
    return reply().again(open.id() + ": again");
  }

  private Proposal picked(Instant at) {
    if (free.stream().noneMatch(one -> one.toInstant().equals(at))) {
      return gone();
    }
    Map<String, String> answers = Map.of(open.id(), at.toString());
    drafting.keeping(
        new Kept.Booked(
            scene.definition().plan().definition(), open.id(), at, interview.slots().capacity()));
    Prompt confirmed = Prompts.of(scene.knowing(answers), open).orElseThrow();
    return reply().ask(open, confirmed, answers, open.id() + ": chosen");
  }

  /** In place of the question, which may praise what was chosen before. */
  private Proposal gone() {
    String rule = open.id() + ": gone";
    Localized gone = interview.gone();
    return gone == null
        ? reply().say(scene.definition().texts().chooseHint()).again(rule)
        : reply()
            .ask(open, Interviews.prompt(scene, open, interview, scene.say(gone)), Map.of(), rule);
  }

  private Reply reply() {
    return new Reply(scene, drafting);
  }
}
