package io.talaria.console.inbox;

import com.vaadin.flow.component.UI;
import io.talaria.console.definition.JourneyTexts.Stage;
import io.talaria.console.definition.TextsOfJourneys;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operators;
import io.talaria.journal.reading.NameSearch;
import io.talaria.journal.reading.QueueCounts;
import io.talaria.journal.reading.QueueFilter;
import io.talaria.journal.reading.QueueReader;
import io.talaria.journal.reading.QueueRow;
import io.talaria.journal.reading.QueueTab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queue with what it reads: address in, rows and counts out. */
class QueueSide implements QueuePane.Listener {
  private final Words words = Words.here();
  private final SignedIn me;
  private final QueueReader rows;
  private final QueueCounts counts;
  private final Operators operators;
  private final NameSearch names;
  private final TextsOfJourneys texts;
  private final Background background;
  private final BiConsumer<InboxAddress, @Nullable UUID> goTo;
  private final QueueFilterMenu filters;
  private final QueuePane pane;
  private final QueueFeed feed;
  private Consumer<Long> counted = all -> {};
  private InboxAddress address = InboxAddress.PLAIN;
  private @Nullable InboxAddress loaded;
  private @Nullable UUID candidate;
  private String search = "";
  private boolean reading;
  private Map<QueueTab, Long> newest = Map.of();
  private Map<String, String> stageNames = Map.of();
  private Map<String, Integer> plans = Map.of();

  QueueSide(
      SignedIn me,
      QueueReader rows,
      QueueCounts counts,
      NameSearch names,
      Operators operators,
      TextsOfJourneys texts,
      Background background,
      BiConsumer<InboxAddress, @Nullable UUID> goTo) {
    this.me = me;
    this.rows = rows;
    this.counts = counts;
    this.operators = operators;
    this.names = names;
    this.texts = texts;
    this.background = background;
    this.goTo = goTo;
    this.filters =
        new QueueFilterMenu(
            (stage, owner) -> go(new InboxAddress(address.tab(), null, stage, owner, null)));
    this.pane = new QueuePane(me, this::stage, this, filters);
    this.feed = new QueueFeed(rows, background, pane);
  }

  QueuePane pane() {
    return pane;
  }

  /** Told with the number of all open journeys, each time they were counted. */
  void whenCounted(Consumer<Long> listener) {
    counted = listener;
  }

  /** Shows what the address names; the rows stay when only another conversation was opened. */
  void show(UI ui, InboxAddress wished, @Nullable UUID open) {
    address = wished;
    candidate = open;
    pane.select(open);
    filters.show(wished.stage(), wished.owner());
    pane.narrowedBy(reasons(), this::clear);
    if (newest.isEmpty()) {
      offerFilters(ui);
      count(ui, true);
    } else if (!wished.equals(loaded)) {
      load(ui);
    }
  }

  /** Something of these candidates changed, or of anybody when empty. */
  void changed(UI ui, Set<UUID> candidates) {
    count(ui, false);
    feed.touched(ui, candidates, reading);
  }

  /** The reader has this conversation before the eyes: its row is no longer unread. */
  void seen(UI ui, UUID candidateId) {
    if (pane.unread(candidateId)) {
      feed.touched(ui, Set.of(candidateId), true);
    }
  }

  private void offerFilters(UI ui) {
    background.run(
        ui,
        () -> {
          List<QueueReader.KnownStage> known = rows.stages(me.accountId());
          return new Offer(stages(known), plans(known), operators.ofAccount(me.accountId()));
        },
        offer -> {
          filters.offer(offer.stages(), offer.owners());
          filters.show(address.stage(), address.owner());
          stageNames = offer.stages().stream().collect(Collectors.toMap(Stage::id, Stage::name));
          plans = offer.plans();
          pane.narrowedBy(reasons(), this::clear);
        },
        failure -> pane.failed());
  }

  private record Offer(List<Stage> stages, Map<String, Integer> plans, List<Operator> owners) {}

  private void clear() {
    go(InboxAddress.of(tab()));
  }

  private void load(UI ui) {
    loaded = address;
    pane.tab(search.isBlank() && address.part() == null ? tab() : null);
    sayEmpty();
    feed.show(
        ui,
        new QueueFilter(
            me.accountId(),
            me.id(),
            tab(),
            address.definition(),
            address.stage(),
            address.owner(),
            address.part(),
            names.of(search)));
  }

  private void count(UI ui, boolean thenLoad) {
    background.run(
        ui,
        () -> counts.of(me.accountId(), me.id()),
        now -> {
          newest = now;
          pane.counts(now);
          counted.accept(now.getOrDefault(QueueTab.ALL, 0L));
          if (thenLoad) {
            load(ui);
          } else {
            sayEmpty();
          }
        },
        failure -> pane.failed());
  }

  /** The tab of the address; else the reader's own, when there is something in it. */
  private QueueTab tab() {
    if (address.tab() != null) {
      return address.tab();
    }
    return newest.getOrDefault(QueueTab.MINE, 0L) > 0 ? QueueTab.MINE : QueueTab.ALL;
  }

  private void sayEmpty() {
    String key;
    if (!search.isBlank()) {
      key = "empty.search";
    } else if (address.narrowed()) {
      key = "empty.filter";
    } else if (newest.getOrDefault(QueueTab.ALL, 0L) == 0) {
      key = "empty.all";
    } else {
      key = "empty.queue";
    }
    pane.emptyText(words.say(key, "n", newest.getOrDefault(QueueTab.UNASSIGNED, 0L)));
  }

  private List<String> reasons() {
    var reasons = new ArrayList<String>();
    if (address.definition() != null && plans.size() > 1) {
      reasons.add(address.definition());
    }
    if (address.stage() != null) {
      reasons.add(stageName(address.stage()));
    }
    if (address.part() != null) {
      reasons.add(words.say("part." + address.part().name()));
    }
    if (address.owner() != null) {
      reasons.add(words.say("filter.owner"));
    }
    return reasons;
  }

  /** Two definitions may call two stages by one id; and nobody may be in it any more. */
  private String stageName(String stage) {
    String definition = address.definition();
    Integer plan = definition == null ? null : plans.get(definition);
    return definition == null || plan == null
        ? stageNames.getOrDefault(stage, stage)
        : texts.of(me.accountId(), definition, plan).stage(stage, words.locale());
  }

  /** The newest plan of each definition that some journey is on. */
  private static Map<String, Integer> plans(List<QueueReader.KnownStage> known) {
    return known.stream()
        .collect(
            Collectors.toMap(
                QueueReader.KnownStage::definition, QueueReader.KnownStage::plan, Math::max));
  }

  private List<Stage> stages(List<QueueReader.KnownStage> known) {
    var stages = new ArrayList<Stage>();
    for (QueueReader.KnownStage stage : known) {
      String name =
          texts
              .of(me.accountId(), stage.definition(), stage.plan())
              .stage(stage.stage(), words.locale());
      if (stages.stream().noneMatch(other -> other.id().equals(stage.stage()))) {
        stages.add(new Stage(stage.stage(), name));
      }
    }
    return stages;
  }

  private String stage(QueueRow row) {
    return texts
        .of(me.accountId(), row.definition(), row.plan())
        .stage(row.stage(), words.locale());
  }

  private void go(InboxAddress wished) {
    goTo.accept(wished, candidate);
  }

  @Override
  public void open(UUID candidateId) {
    goTo.accept(address, candidateId);
  }

  @Override
  public void tab(QueueTab tab) {
    search = "";
    loaded = null;
    go(InboxAddress.of(tab));
  }

  @Override
  public void search(String text) {
    search = text;
    load(UI.getCurrent());
  }

  @Override
  public void showMoved() {
    feed.reload(UI.getCurrent());
  }

  @Override
  public void more() {
    feed.more(UI.getCurrent());
  }

  @Override
  public void reading(boolean now) {
    reading = now;
  }
}
