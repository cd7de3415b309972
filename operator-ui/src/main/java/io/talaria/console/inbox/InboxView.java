package io.talaria.console.inbox;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.definition.TextsOfJourneys;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.KeyTarget;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.Operators;
import io.talaria.journal.reading.NameSearch;
import io.talaria.journal.reading.QueueCounts;
import io.talaria.journal.reading.QueueReader;
import io.talaria.journal.reading.QueueTab;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The three panes. They are one CSS grid and not nested MasterDetailLayouts: below 640 px the
 * address alone decides which pane is seen, at 1024 the card slides over, and a grid does both
 * without a server round trip or an overlay that takes the focus.
 */
@Route("inbox")
@PermitAll
class InboxView extends Main implements HasUrlParameter<String>, HasDynamicTitle, KeyTarget {
  private static final int TICKS_TO_GROW = 6;

  private final LiveJournal journal;
  private final QueueSide queue;
  private final ConversationSide conversation;
  private int ticks;
  private InboxAddress address = InboxAddress.PLAIN;
  private @Nullable UUID candidate;
  private @Nullable Registration listening;

  InboxView(
      CurrentOperator operator,
      QueueReader rows,
      QueueCounts counts,
      NameSearch names,
      Operators operators,
      TextsOfJourneys texts,
      OpenedReader opened,
      Requests requests,
      Background background,
      LiveJournal journal,
      ConsoleSettings settings) {
    SignedIn me = operator.get();
    this.journal = journal;
    this.queue = new QueueSide(me, rows, counts, names, operators, texts, background, this::goTo);
    this.conversation =
        new ConversationSide(
            me, opened, requests, background, settings, this::leave, this::card, queue::seen);
    queue.whenCounted(conversation.open()::nothingOpen);
    addClassNames("work", "panes");
    add(queue.pane(), conversation.pane(), conversation.card());
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
    address = InboxAddress.of(event.getLocation());
    candidate = id == null ? null : InboxAddress.id(id);
    setClassName("open", id != null);
    removeClassName("with-card");
    UI ui = event.getUI();
    queue.show(ui, address, candidate);
    conversation.open().open(ui, candidate, id != null);
  }

  @Override
  public String getPageTitle() {
    return conversation.open().title() + Words.here().say("rail.inbox") + " · Talaria";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    listening =
        journal.listen(
            new LiveJournal.Listener() {
              @Override
              public void changed(Set<UUID> candidates) {
                ui.access(() -> InboxView.this.changed(ui, candidates));
              }

              @Override
              public void tick() {
                ui.access(() -> grow());
              }
            });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (listening != null) {
      listening.remove();
    }
  }

  /** Something of these candidates changed, or of anybody when empty; under the session lock. */
  void changed(UI ui, Set<UUID> candidates) {
    queue.changed(ui, candidates);
    if (candidate != null && (candidates.isEmpty() || candidates.contains(candidate))) {
      conversation.open().refresh(ui);
    }
  }

  /** "waits 12 min" becomes 13; twice a minute is often enough. */
  private void grow() {
    if (++ticks % TICKS_TO_GROW == 0) {
      queue.pane().tick();
    }
  }

  private void goTo(InboxAddress wished, @Nullable UUID id) {
    UI ui = UI.getCurrent();
    String path = id == null ? "inbox" : "inbox/" + id;
    ui.navigate(path, wished.query());
  }

  private void leave() {
    goTo(address, null);
  }

  private void card() {
    setClassName("with-card", !hasClassName("with-card"));
  }

  @Override
  public void key(String key) {
    switch (key) {
      case "j" -> move(1);
      case "k" -> move(-1);
      case "u" -> go(queue.pane().firstUnread());
      case "Enter" -> {
        if (candidate == null) {
          move(1);
        } else {
          conversation.pane().composer().focus();
        }
      }
      case "/" -> queue.pane().focusSearch();
      case "t" -> conversation.takeOver();
      case "h" -> conversation.handBack();
      case "a" -> conversation.handOver();
      case "c" -> conversation.acknowledge();
      case "r" -> conversation.pane().composer().focus();
      case "y" -> conversation.review(ProposedReply::approve);
      case "e" -> conversation.review(ProposedReply::edit);
      case "n" -> conversation.review(ProposedReply::reject);
      case "i" -> card();
      case "Escape" -> {
        if (hasClassName("with-card")) {
          removeClassName("with-card");
        } else {
          leave();
        }
      }
      case "1", "2", "3", "4", "5", "6", "7" ->
          goTo(InboxAddress.of(QueueTab.values()[key.charAt(0) - '1']), candidate);
      default -> {}
    }
  }

  private void move(int step) {
    go(queue.pane().neighbour(step));
  }

  private void go(@Nullable UUID id) {
    if (id != null) {
      goTo(address, id);
    }
  }
}
