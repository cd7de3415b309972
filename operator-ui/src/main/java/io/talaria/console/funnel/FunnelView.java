package io.talaria.console.funnel;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.definition.TextsOfJourneys;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Funnel;
import io.talaria.journal.reading.FunnelReader;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the people of a definition stand, counted live. */
@Route("funnel")
@PermitAll
class FunnelView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private final FunnelReader reader;
  private final TextsOfJourneys texts;
  private final Background background;
  private final LiveJournal journal;
  private final SignedIn me;
  private final FunnelPage page;
  private final AtomicBoolean reading = new AtomicBoolean();
  private @Nullable String definition;
  private @Nullable Registration listening;

  FunnelView(
      FunnelReader reader,
      TextsOfJourneys texts,
      Background background,
      LiveJournal journal,
      CurrentOperator operator) {
    this.reader = reader;
    this.texts = texts;
    this.background = background;
    this.journal = journal;
    this.me = operator.get();
    this.page = new FunnelPage(this::choose);
    addClassNames("work", "ins");
    add(page.bar(), page.filters(), page.body());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    definition =
        event.getLocation().getQueryParameters().getSingleParameter("definition").orElse(null);
    if (isAttached()) {
      read(event.getUI());
    }
  }

  @Override
  public String getPageTitle() {
    return Words.here().say("rail.funnel") + " · Talaria";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    listening = journal.listen(changed -> read(ui));
    read(ui);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (listening != null) {
      listening.remove();
    }
  }

  private void choose(String wished) {
    getUI().ifPresent(ui -> ui.navigate("funnel", QueryParameters.of("definition", wished)));
  }

  private record Counted(Funnel funnel, List<StageBar> bars) {}

  private void read(UI ui) {
    // A burst of changes is counted once more, not once each.
    if (!reading.compareAndSet(false, true)) {
      return;
    }
    String wished = definition;
    background.run(
        ui,
        () -> {
          reading.set(false);
          Funnel funnel = reader.read(me.accountId(), wished);
          return new Counted(funnel, bars(funnel, Words.nearest(ui.getLocale())));
        },
        counted -> page.show(counted.funnel(), counted.bars()),
        failure -> {
          reading.set(false);
          page.failed();
        });
  }

  /** All stages of the newest plan in its order, also those that nobody has reached. */
  private List<StageBar> bars(Funnel funnel, java.util.Locale reader) {
    JourneyTexts known = texts.of(me.accountId(), funnel.definition(), funnel.plan());
    List<String> order = known.stages(reader).stream().map(JourneyTexts.Stage::id).toList();
    Stream<Funnel.Stage> older =
        funnel.stages().stream()
            .filter(stage -> !order.contains(stage.stage()))
            .sorted(Comparator.comparingLong(Funnel.Stage::firstEntered));
    return Stream.concat(order.stream().map(id -> stage(funnel, id)), older)
        .map(stage -> new StageBar(stage.stage(), known.stage(stage.stage(), reader), stage))
        .toList();
  }

  private static Funnel.Stage stage(Funnel funnel, String id) {
    return funnel.stages().stream()
        .filter(stage -> stage.stage().equals(id))
        .findFirst()
        .orElse(new Funnel.Stage(id, 0, 0, 0, 0, 0));
  }
}
