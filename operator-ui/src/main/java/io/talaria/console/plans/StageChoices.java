package io.talaria.console.plans;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.talaria.console.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which stages of the new plan take the place of those whose journeys would stay behind. */
class StageChoices extends Div {
  /**
   * @param stages ids of the stages at which somebody would stay, or of which it was said already
   * @param chosen what was said, by id
   * @param offered ids of the new plan's stages in order
   * @param older the name of a stage of before
   * @param newer the name of a stage of the new plan
   * @param choose told with both ids, the second null for nothing
   */
  StageChoices(
      Collection<String> stages,
      Map<String, String> chosen,
      List<String> offered,
      UnaryOperator<String> older,
      UnaryOperator<String> newer,
      BiConsumer<String, @Nullable String> choose) {
    Words words = Words.here();
    addClassName("stage-choices");
    setVisible(!stages.isEmpty());
    var title = new H2(words.say("plans.stages"));
    title.addClassName("semi");
    var what = new Paragraph(words.say("plans.stages.what"));
    what.addClassNames("xs", "quiet");
    add(title, what);
    for (String stage : stages) {
      var select = new Select<String>();
      select.setLabel(words.say("plans.stage.instead", "stage", older.apply(stage)));
      select.setItems(offered);
      select.setItemLabelGenerator(
          id -> id == null ? words.say("plans.stage.none") : newer.apply(id));
      select.setEmptySelectionAllowed(true);
      select.setEmptySelectionCaption(words.say("plans.stage.none"));
      select.setValue(chosen.get(stage));
      select.addValueChangeListener(
          change -> {
            if (change.isFromClient()) {
              choose.accept(stage, change.getValue());
            }
          });
      add(select);
    }
  }
}
