package io.talaria.console.inbox;

import com.vaadin.flow.component.UI;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Names;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Sent;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that is open: read in the background, drawn anew when something of it changes or
 * was asked, and never while another one took its place.
 */
class OpenConversation implements Interventions.Asker {
  private static final int MESSAGES = 100;

  private final Words words = Words.here();
  private final SignedIn me;
  private final OpenedReader reader;
  private final Background background;
  private final ConsoleSettings settings;
  private final BiConsumer<UI, UUID> seen;
  private final ConversationPane pane;
  private final CardPane card;
  private final Watcher watcher;
  private @Nullable UUID candidate;
  private @Nullable Opened opened;
  private @Nullable Sent asked;
  private int limit = MESSAGES;
  private boolean named;
  private boolean busy;
  private boolean opening;
  private @Nullable Runnable whenShown;

  /** Whoever must know what is open. */
  interface Watcher {
    /** Another conversation is opened, or none. */
    void another();

    /** It was read, before it is drawn. */
    void read(Opened opened);
  }

  /**
   * @param seen is told whose words the reader has seen
   */
  OpenConversation(
      SignedIn me,
      OpenedReader reader,
      Background background,
      ConsoleSettings settings,
      BiConsumer<UI, UUID> seen,
      ConversationPane pane,
      CardPane card,
      Watcher watcher) {
    this.me = me;
    this.reader = reader;
    this.background = background;
    this.settings = settings;
    this.seen = seen;
    this.pane = pane;
    this.card = card;
    this.watcher = watcher;
  }

  /** Null while none is open. */
  @Nullable UUID candidate() {
    return candidate;
  }

  /** Null until it was read. */
  @Nullable Opened opened() {
    return opened;
  }

  /** Null until it was read. */
  @Nullable Head head() {
    return opened == null ? null : opened.head();
  }

  /** Whether something is asked of it. */
  boolean busy() {
    return busy;
  }

  /** The candidate's name before the page's title, once it is known. */
  String title() {
    return opened == null
        ? ""
        : Names.of(opened.head().name(), opened.head().candidateId(), words) + " · ";
  }

  /**
   * Opens a conversation.
   *
   * @param id null when the address names none that is an id
   * @param wished whether the address names one at all
   */
  void open(UI ui, @Nullable UUID id, boolean wished) {
    boolean other = id == null || !id.equals(candidate);
    candidate = id;
    named = wished;
    if (!other) {
      return;
    }
    opened = null;
    asked = null;
    limit = MESSAGES;
    busy = false;
    opening = false;
    whenShown = null;
    watcher.another();
    card.show(null, null);
    if (id == null) {
      pane.instead(wished ? EmptyInbox.unknown() : EmptyInbox.choose());
    } else {
      opening = true;
      refresh(ui);
    }
  }

  /** Nothing is open; what is said then depends on whether anybody is there. */
  void nothingOpen(long journeys) {
    if (!named) {
      pane.instead(journeys == 0 ? EmptyInbox.first(me, settings) : EmptyInbox.choose());
    }
  }

  /** Reads it again and draws what is different. */
  void refresh(UI ui) {
    UUID id = candidate;
    if (id == null) {
      return;
    }
    int depth = limit;
    background.run(
        ui,
        () -> reader.read(me, id, depth),
        found -> {
          if (id.equals(candidate)) {
            show(ui, found);
          }
        },
        failure -> {
          opening = false;
          whenShown = null;
          DeskSentences.tell(words.say("error.journal"));
        });
  }

  /** Reads it as it is now; for the background. */
  Optional<Conversation> readAgain() {
    UUID id = candidate;
    return id == null ? Optional.empty() : reader.read(me, id, MESSAGES).map(Opened::conversation);
  }

  /** Older words too. */
  void deeper(UI ui) {
    limit += MESSAGES;
    refresh(ui);
  }

  /** Shows on the card why the bot said this. */
  void why(Sent sent) {
    asked = sent;
    if (opened != null) {
      card.show(opened, sent);
    }
  }

  /**
   * A key that was pressed before the conversation shows, or while it is asked something else, is
   * not lost: what it wishes is done when it shows.
   */
  boolean waits(Runnable wish) {
    if (opening || busy) {
      whenShown = wish;
    }
    return opening || busy;
  }

  /** Does this to the candidate unless something is asked already. */
  void with(Consumer<UUID> act) {
    UUID id = candidate;
    if (id != null && !busy) {
      act.accept(id);
    }
  }

  @Override
  public <T> void ask(Supplier<T> request, Consumer<T> answer) {
    UI ui = UI.getCurrent();
    UUID id = candidate;
    busy = true;
    pane.asking(true);
    background.run(
        ui,
        request,
        result -> {
          answered(ui, id);
          answer.accept(result);
        },
        failure -> {
          answered(ui, id);
          pane.composer().sending(false);
          pane.proposed().busy(false);
          DeskSentences.tell(words.say("error.click"));
        });
  }

  private void answered(UI ui, @Nullable UUID id) {
    if (id != null && id.equals(candidate)) {
      busy = false;
      pane.asking(false);
      refresh(ui);
    }
  }

  private void show(UI ui, Optional<Opened> found) {
    Runnable wish = whenShown;
    opening = false;
    whenShown = null;
    if (found.isEmpty()) {
      pane.instead(EmptyInbox.unknown());
      return;
    }
    Opened now = found.get();
    opened = now;
    watcher.read(now);
    pane.show(now);
    card.show(now, asked);
    seen.accept(ui, now.head().candidateId());
    ui.getPage().setTitle(title() + words.say("rail.inbox") + " · Talaria");
    if (wish != null) {
      wish.run();
    }
  }
}
