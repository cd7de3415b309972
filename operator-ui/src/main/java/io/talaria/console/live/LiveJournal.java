package io.talaria.console.live;

import com.vaadin.flow.component.AttachNotifier;
import com.vaadin.flow.component.DetachNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who in this process wants to hear that something of a candidate changed. */
@Component
public class LiveJournal {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Hears of changes, on a thread of the journal; must not block. */
  public interface Listener {
    /**
     * @param candidates whose rows changed; empty when some may have changed and nobody knows whose
     */
    void changed(Set<UUID> candidates);

    /** About five seconds have gone by: times grow, and what nobody tells of is read again. */
    default void tick() {}
  }

  /** Listens until the registration is removed. */
  public Registration listen(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** For what nobody tells of: reads again with each tick, until the registration is removed. */
  public Registration listenToTicks(Runnable again) {
    return listen(
        new Listener() {
          @Override
          public void changed(Set<UUID> candidates) {
            // Nothing of this is told.
          }

          @Override
          public void tick() {
            again.run();
          }
        });
  }

  /**
   * For a page of what nobody tells of: has it read when it is shown, and again with each tick for
   * as long as it is.
   */
  public <P extends AttachNotifier & DetachNotifier> void keepReading(P page, Consumer<UI> read) {
    page.addAttachListener(
        shown -> {
          UI ui = shown.getUI();
          Registration ticks = listenToTicks(() -> read.accept(ui));
          page.addDetachListener(
              gone -> {
                ticks.remove();
                gone.unregisterListener();
              });
          read.accept(ui);
        });
  }

  void tick() {
    listeners.forEach(Listener::tick);
  }

  /** Tells every open page. */
  void tell(Set<UUID> candidates) {
    listeners.forEach(listener -> listener.changed(candidates));
  }
}
