package io.talaria.dev.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A candidate's phone: who it belongs to, what it shows, and how far its clock is behind. */
final class Phone {
  /** From the candidate's last message on, free text reaches them this long. */
  private static final Duration WINDOW = Duration.ofHours(24);

  /** WhatsApp hides the typing dots after this long by itself. */
  private static final Duration TYPING = Duration.ofSeconds(25);

  private static final List<String> TICKS = List.of("waiting", "sent", "delivered", "read");

  final String number;
  final String name;
  private final List<Line> lines = new ArrayList<>();
  private Duration behind;
  private @Nullable Instant windowUntil;
  private @Nullable Instant typingUntil;
  private int unseen;

  Phone(String number, String name, Duration behind) {
    this.number = number;
    this.name = name;
    this.behind = behind;
  }

  /** The timestamp that WhatsApp gives to what this phone writes, and to statuses about it. */
  synchronized Instant clock() {
    return Instant.now().minus(behind);
  }

  /** Somebody uses the phone by hand from now on: its clock is put right. */
  synchronized void takeInHand() {
    behind = Duration.ZERO;
  }

  synchronized void write(Line line) {
    lines.add(line);
    windowUntil = line.at().plus(WINDOW);
    unseen = 0;
  }

  synchronized void receive(Line line) {
    lines.add(line);
    typingUntil = null;
    unseen++;
  }

  synchronized boolean windowIsOpen() {
    return windowUntil != null && Instant.now().isBefore(windowUntil);
  }

  synchronized void closeWindow() {
    windowUntil = Instant.now();
  }

  /** As though the candidate had just written, for a number known from an earlier start. */
  synchronized void openWindow() {
    windowUntil = Instant.now().plus(WINDOW);
  }

  /** The business read up to this message, and perhaps begins to type. */
  synchronized boolean readByBusiness(String wamid, boolean typing) {
    if (find(wamid).filter(Line::fromCandidate).isEmpty()) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.fromCandidate()) {
        lines.set(i, line.withTick("read"));
      }
      if (line.wamid().equals(wamid)) {
        break;
      }
    }
    typingUntil = typing ? Instant.now().plus(TYPING) : null;
    return true;
  }

  /** Moves a message's tick forward; a lesser tick is no-op. */
  synchronized boolean tick(String wamid, String tick) {
    Optional<Line> line = find(wamid);
    if (line.isEmpty() || TICKS.indexOf(tick) <= TICKS.indexOf(line.get().tick())) {
      return false;
    }
    replace(wamid, old -> old.withTick(tick));
    return true;
  }

  synchronized void chosen(String wamid, String id) {
    replace(wamid, line -> line.withChosen(id));
  }

  /** The owner looks at the phone: the wamids whose reading WhatsApp reports now. */
  synchronized List<String> look() {
    unseen = 0;
    return lines.stream()
        .filter(line -> !line.fromCandidate() && !line.tick().equals("read"))
        .map(Line::wamid)
        .toList();
  }

  synchronized Optional<Line> find(String wamid) {
    return lines.stream().filter(line -> line.wamid().equals(wamid)).findFirst();
  }

  synchronized Optional<Line> last() {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
  }

  synchronized PhoneView view() {
    boolean typing = typingUntil != null && Instant.now().isBefore(typingUntil);
    return new PhoneView(
        number,
        name,
        behind.toSeconds(),
        windowUntil,
        windowIsOpen(),
        typing ? typingUntil : null,
        unseen,
        List.copyOf(lines));
  }

  private void replace(String wamid, UnaryOperator<Line> change) {
    lines.replaceAll(line -> line.wamid().equals(wamid) ? change.apply(line) : line);
  }
}
