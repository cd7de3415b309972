package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.talaria.console.definition.JourneyTexts.Stage;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card.Visit;
import io.talaria.journal.reading.Conversation.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages as steps: done, now, next, with how long each took. A stage behind the journey that it
 * never was in, such as one of a newer plan to which it was moved, was passed over as well.
 */
record StepList(Opened opened, Moments moments) {

  Component section() {
    Words words = moments.words();
    Head head = opened.head();
    var list = new OrderedList();
    list.addClassName("steps");
    List<Stage> stages = stages();
    int now = stages.stream().map(Stage::id).toList().indexOf(head.stage());
    for (int i = 0; i < stages.size(); i++) {
      list.add(step(stages.get(i), i < now));
    }
    Element section =
        Sections.open(words.say("card.journey"), null, head.definition() + " v" + head.plan());
    section.appendChild(list.getElement());
    return Sections.wrap(section);
  }

  /**
   * @param behind whether the journey stands in a later stage
   */
  private ListItem step(Stage stage, boolean behind) {
    Head head = opened.head();
    Optional<Visit> visit =
        opened.card().visits().stream()
            .filter(stay -> stay.stage().equals(stage.id()))
            .reduce((first, last) -> last);
    boolean now = stage.id().equals(head.stage());
    boolean over = !now && visit.map(StepList::passedOver).orElse(behind);
    var time =
        new Span(
            over
                ? moments.words().say("step.skipped")
                : visit
                    .map(stay -> CardPane.took(moments, stay.enteredAt(), stay.leftAt()))
                    .orElse(""));
    time.addClassName("tm");
    var item = new ListItem(new Span(stage.name()), time);
    boolean completed = now && "COMPLETED".equals(head.status());
    boolean done = completed || (!now && !over && visit.isPresent());
    item.addClassName(done ? "done" : now ? "now" : "next");
    item.setClassName("over", over);
    if (now) {
      item.getElement().setAttribute("aria-current", "step");
    }
    return item;
  }

  /** Nothing was asked in it; a stage whose run was lost has lasted. */
  private static boolean passedOver(Visit stay) {
    return "SKIPPED".equals(stay.leftAs()) && stay.enteredAt().equals(stay.leftAt());
  }

  /** The plan's stages; those that were entered, for a plan that is not known here. */
  private List<Stage> stages() {
    List<Stage> plan = opened.texts().stages(moments.words().locale());
    if (!plan.isEmpty()) {
      return plan;
    }
    var entered = new ArrayList<Stage>();
    for (Visit visit : opened.card().visits()) {
      var stage =
          new Stage(visit.stage(), opened.texts().stage(visit.stage(), moments.words().locale()));
      if (!entered.contains(stage)) {
        entered.add(stage);
      }
    }
    return entered;
  }
}
