package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Beat;
import io.talaria.journey.Attachment;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Delivery;
import io.talaria.port.Outbound.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who writes to the bot. */
final class Candidate {
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  private final RehearsalServer server;
  private final Neighbours neighbours;
  private final Chronicle chronicle;
  private final JourneyStart start;
  private final String name;
  private long seq;

  Candidate(
      RehearsalServer server,
      Neighbours neighbours,
      Chronicle chronicle,
      String definition,
      String name,
      @Nullable String country) {
    this.server = server;
    this.neighbours = neighbours;
    this.chronicle = chronicle;
    this.name = name;
    this.start =
        JourneyStart.first(
            ACCOUNT, server.candidateId(), definition, RehearsalServer.NUMBER, country);
  }

  /**
   * The journey begins without a word of the candidate, since its time has come.
   *
   * @throws Unmet if there is one: whoever writes before makes a planned start void
   */
  void isBegunAsPlanned() {
    if (neighbours.newest() != null) {
      throw new Unmet("a journey to begin as planned", "one that has begun already");
    }
    chronicle.journey("is begun as planned");
    server.start(start.asPlanned(UUID.randomUUID()));
  }

  void says(String text) {
    chronicle.note(name, text);
    sends(Kind.TEXT, text, null, Duration.ZERO);
  }

  /** Writes something that WhatsApp delivers only now. */
  void saysLate(String text, Duration ago) {
    chronicle.note(name, "%s\n(written %s ago)".formatted(text, Words.of(ago)));
    sends(Kind.TEXT, text, null, ago);
  }

  /** Taps the newest choice of this title that was offered. */
  void taps(String title) {
    Choice choice =
        offered(neighbours.said().reversed(), title)
            .or(() -> numbered(title))
            .orElseThrow(() -> new Unmet("a choice \"" + title + "\" to tap", offers()));
    taps(choice);
  }

  /**
   * Others book these choices of the bot's last message, which are times.
   *
   * @param faster not now, but right before the candidate would get them
   */
  void loses(List<Integer> places, boolean faster) {
    for (int place : places) {
      Choice choice =
          numbered("" + place)
              .orElseThrow(() -> new Unmet("a time " + place + " to book", offers()));
      Instant at = Instant.parse(choice.id().substring(choice.id().indexOf(':') + 1));
      if (faster) {
        neighbours.rivals().outrun(at);
      } else {
        neighbours.rivals().book(at);
      }
      chronicle.note("Others", (faster ? "are about to book " : "book ") + choice.title());
    }
  }

  /** Taps what the newest message offers by this title, else writes it. */
  void answers(String answer) {
    List<Delivery> said = neighbours.said();
    List<Delivery> newest = said.isEmpty() ? List.of() : List.of(said.getLast());
    offered(newest, answer).ifPresentOrElse(this::taps, () -> says(answer));
  }

  /** Sends what isn't text. */
  void sends(Beat.Medium medium) {
    chronicle.note(name, "(%s) %s".formatted(medium.what(), medium.caption()).strip());
    UUID id = UUID.randomUUID();
    switch (medium.what()) {
      case "photo" ->
          sends(Kind.PHOTO, medium.caption(), new Attachment(id, "image/jpeg", null), null);
      case "document" ->
          sends(
              Kind.DOCUMENT,
              medium.caption(),
              new Attachment(id, "application/pdf", "cv.pdf"),
              null);
      default -> sends(Kind.UNSUPPORTED, "", (Attachment) null, null);
    }
  }

  /** Fills in a web form. */
  void fillsIn(Beat.FillsIn filled) {
    chronicle.note(
        name,
        "(form %s%s) %s"
            .formatted(filled.form(), filled.late() ? ", too late" : "", filled.answers()));
    var form = new FormAnswers(filled.form(), filled.answers(), filled.late() ? true : null);
    sends(Kind.FORM, "", null, form);
  }

  private void taps(Choice choice) {
    chronicle.note(name, "[" + choice.title() + "]");
    sends(Kind.CHOICE, choice.title(), choice.id(), Duration.ZERO);
  }

  private static Optional<Choice> offered(List<Delivery> newestFirst, String title) {
    return newestFirst.stream()
        .flatMap(delivery -> delivery.content().offered().stream())
        .filter(choice -> choice.title().equalsIgnoreCase(title))
        .findFirst();
  }

  /** By its place in the newest message, since titles of times differ from JDK to JDK. */
  private Optional<Choice> numbered(String place) {
    List<Delivery> said = neighbours.said();
    List<Choice> choices = said.isEmpty() ? List.of() : said.getLast().content().offered();
    return IntStream.range(0, choices.size())
        .filter(i -> String.valueOf(i + 1).equals(place))
        .mapToObj(choices::get)
        .findFirst();
  }

  private String offers() {
    String titles =
        neighbours.said().reversed().stream()
            .map(delivery -> delivery.content().offered())
            .filter(choices -> !choices.isEmpty())
            .findFirst()
            .orElse(List.of())
            .stream()
            .map(Choice::title)
            .collect(Collectors.joining(", "));
    return titles.isEmpty() ? "no choice so far" : titles;
  }

  private void sends(Kind kind, String text, @Nullable String choiceId, Duration ago) {
    send(
        new MessageReceived(
            UUID.randomUUID(),
            ++seq,
            server.now().minus(ago).truncatedTo(ChronoUnit.SECONDS),
            kind,
            text,
            choiceId,
            RehearsalServer.NUMBER));
  }

  private void sends(
      Kind kind, String caption, @Nullable Attachment attachment, @Nullable FormAnswers form) {
    send(
        new MessageReceived(
            UUID.randomUUID(),
            ++seq,
            server.now().truncatedTo(ChronoUnit.SECONDS),
            kind,
            caption,
            null,
            RehearsalServer.NUMBER,
            attachment,
            form));
  }

  private void send(MessageReceived message) {
    server.signalWithStart("messageReceived", message, start);
  }
}
