package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import io.talaria.console.definition.JourneyTexts.Stage;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.Operator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Filter by stage and owner, behind one button. */
class QueueFilterMenu {
  private final Words words = Words.here();
  private final Select<Stage> stage = new Select<>();
  private final Select<Operator> owner = new Select<>();
  private final Div both = new Div();

  /**
   * @param chosen stage id and owner id, each null for any
   */
  QueueFilterMenu(BiConsumer<@Nullable String, @Nullable UUID> chosen) {
    stage.setLabel(words.say("filter.stage"));
    stage.setItemLabelGenerator(item -> item == null ? words.say("filter.any") : item.name());
    stage.setEmptySelectionAllowed(true);
    stage.setEmptySelectionCaption(words.say("filter.any"));
    owner.setLabel(words.say("filter.owner"));
    owner.setItemLabelGenerator(item -> item == null ? words.say("filter.any") : item.name());
    owner.setEmptySelectionAllowed(true);
    owner.setEmptySelectionCaption(words.say("filter.any"));
    stage.addValueChangeListener(change -> tell(change.isFromClient(), chosen));
    owner.addValueChangeListener(change -> tell(change.isFromClient(), chosen));
    var button = new NativeButton();
    button.add(Icon.of("filter", "s"), new Span(words.say("filter")));
    var menu = new Popover();
    menu.setTarget(button);
    menu.setPosition(PopoverPosition.BOTTOM_START);
    menu.setAriaLabel(words.say("filter"));
    var panel = new Div(stage, owner);
    panel.addClassName("filter-panel");
    menu.add(panel);
    both.getStyle().set("display", "contents");
    both.add(button, menu);
  }

  /** What there is to filter by, once it is read. */
  void offer(List<Stage> stages, List<Operator> owners) {
    stage.setItems(stages);
    owner.setItems(owners);
  }

  Component button() {
    return both;
  }

  /** Shows what is filtered by. */
  void show(@Nullable String stageId, @Nullable UUID ownerId) {
    stage.setValue(
        stage
            .getListDataView()
            .getItems()
            .filter(item -> item.id().equals(stageId))
            .findFirst()
            .orElse(null));
    owner.setValue(
        owner
            .getListDataView()
            .getItems()
            .filter(item -> item.id().equals(ownerId))
            .findFirst()
            .orElse(null));
  }

  private void tell(boolean byReader, BiConsumer<@Nullable String, @Nullable UUID> chosen) {
    if (byReader) {
      chosen.accept(
          stage.getValue() == null ? null : stage.getValue().id(),
          owner.getValue() == null ? null : owner.getValue().id());
    }
  }
}
