package io.talaria.console.inbox;

import com.vaadin.flow.component.UI;
import io.talaria.console.live.Background;
import io.talaria.journal.reading.QueueFilter;
import io.talaria.journal.reading.QueueReader;
import io.talaria.journal.reading.QueueRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the queue that a reader has scrolled through, page by page. Rows keep their place
 * while somebody reads: what changed is shown where it stands, what would move is only counted.
 * Lives under the session lock; its reads do not.
 */
final class QueueFeed {
  static final int PAGE = 50;

  /** Beyond this nobody scrolls; searching is the way then. */
  static final int MOST = 2_000;

  /** What the feed tells the pane, under the session lock. */
  interface Pane {
    /** Other rows, from the top. */
    void replaced(List<QueueRow> rows);

    /** More rows below. */
    void appended(List<QueueRow> rows);

    /** This row has other content, in its old place. */
    void changed(QueueRow row);

    /** So many would stand higher; 0 takes the offer back. */
    void moved(int rows);

    /** The journal can't be read. */
    void failed();
  }

  private final QueueReader reader;
  private final Background background;
  private final Pane pane;
  private final List<QueueRow> rows = new ArrayList<>();
  private @Nullable QueueFilter filter;
  private boolean end;
  private boolean loading;
  private int round;

  QueueFeed(QueueReader reader, Background background, Pane pane) {
    this.reader = reader;
    this.background = background;
    this.pane = pane;
  }

  List<QueueRow> rows() {
    return List.copyOf(rows);
  }

  /** Shows the beginning of another list. */
  void show(UI ui, QueueFilter wished) {
    filter = wished;
    reload(ui);
  }

  /** Sorts anew and goes to the top. */
  void reload(UI ui) {
    QueueFilter wished = filter;
    if (wished == null) {
      return;
    }
    int mine = ++round;
    loading = true;
    background.run(
        ui,
        () -> reader.page(wished, null, PAGE),
        page -> {
          if (mine == round) {
            loading = false;
            end = page.size() < PAGE;
            rows.clear();
            rows.addAll(page);
            pane.replaced(page);
            pane.moved(0);
          }
        },
        failure -> failed(mine));
  }

  /** The reader nears the end. */
  void more(UI ui) {
    QueueFilter wished = filter;
    if (wished == null || end || loading || rows.isEmpty() || rows.size() >= MOST) {
      return;
    }
    int mine = round;
    loading = true;
    QueueRow.Anchor behind = rows.getLast().anchor();
    background.run(
        ui,
        () -> reader.page(wished, behind, PAGE),
        page -> {
          if (mine == round) {
            loading = false;
            end = page.size() < PAGE;
            append(page);
          }
        },
        failure -> failed(mine));
  }

  /**
   * Something changed.
   *
   * @param candidates empty for anybody
   * @param still whether the reader looks at the list, so that nothing may move
   */
  void touched(UI ui, Set<UUID> candidates, boolean still) {
    QueueFilter wished = filter;
    if (wished == null || loading) {
      return;
    }
    if (!still && rows.size() <= PAGE) {
      reload(ui);
      return;
    }
    int mine = round;
    Set<UUID> shown = new HashSet<>();
    rows.forEach(row -> shown.add(row.candidateId()));
    shown.retainAll(candidates);
    background.run(
        ui,
        () -> new Fresh(again(wished, shown), reader.page(wished, null, PAGE)),
        fresh -> {
          if (mine == round) {
            merge(fresh);
          }
        },
        failure -> failed(mine));
  }

  private record Fresh(List<QueueRow> changed, List<QueueRow> top) {}

  private List<QueueRow> again(QueueFilter wished, Set<UUID> candidates) {
    return candidates.stream()
        .limit(PAGE)
        .flatMap(id -> reader.row(wished.accountId(), wished.me(), id).stream())
        .toList();
  }

  private void merge(Fresh fresh) {
    Map<UUID, QueueRow> newest = new HashMap<>();
    fresh.top().forEach(row -> newest.put(row.journeyId(), row));
    fresh.changed().forEach(row -> newest.put(row.journeyId(), row));
    int moved = moved(fresh.top());
    for (int i = 0; i < rows.size(); i++) {
      QueueRow now = newest.get(rows.get(i).journeyId());
      if (now != null && !now.equals(rows.get(i))) {
        rows.set(i, now);
        pane.changed(now);
      }
    }
    pane.moved(moved);
  }

  /** Rows of the new order that stand above one that they stood below, or were not there. */
  private int moved(List<QueueRow> top) {
    Map<UUID, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).journeyId(), i);
    }
    int lowest = Integer.MAX_VALUE;
    int moved = 0;
    for (QueueRow row : top.reversed()) {
      int place = places.getOrDefault(row.journeyId(), Integer.MAX_VALUE);
      if (place > lowest || place == Integer.MAX_VALUE) {
        moved++;
      } else {
        lowest = place;
      }
    }
    return moved;
  }

  private void append(List<QueueRow> page) {
    Set<UUID> known = new HashSet<>();
    rows.forEach(row -> known.add(row.journeyId()));
    List<QueueRow> fresh = page.stream().filter(row -> !known.contains(row.journeyId())).toList();
    rows.addAll(fresh);
    pane.appended(fresh);
  }

  private void failed(int mine) {
    if (mine == round) {
      loading = false;
      pane.failed();
    }
  }
}
