package io.talaria.console.funnel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.QueueFilter.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same numbers as a table, each a link to its people. */
@Tag("table")
class StageTable extends Component {
  private final Words words = Words.here();
  private final People people;

  StageTable(List<StageBar> bars, People people) {
    this.people = people;
    getElement().setAttribute("class", "stage-table");
    Element head = new Element("tr");
    for (String key :
        List.of(
            "funnel.stage",
            "funnel.in",
            "funnel.moved",
            "funnel.here",
            "funnel.lost",
            "funnel.conversion",
            "funnel.dropoff")) {
      head.appendChild(new Element("th").setAttribute("scope", "col").setText(label(key)));
    }
    Element body = new Element("tbody");
    bars.forEach(bar -> body.appendChild(row(bar)));
    getElement().appendChild(new Element("thead").appendChild(head), body);
  }

  private Element row(StageBar bar) {
    return new Element("tr")
        .appendChild(
            cell("funnel.stage", bar.name(), null, bar),
            cell("funnel.in", words.number(bar.stage().entered()), Part.ENTERED, bar),
            cell("funnel.moved", words.number(bar.stage().movedOn()), Part.MOVED_ON, bar),
            cell("funnel.here", words.number(bar.stage().here()), Part.HERE, bar),
            cell("funnel.lost", words.number(bar.stage().lost()), Part.LOST, bar),
            cell("funnel.conversion", bar.conversion(words), null, bar),
            cell("funnel.dropoff", bar.dropOff(words), null, bar));
  }

  private Element cell(String label, String text, @Nullable Part part, StageBar bar) {
    Element cell = new Element("td").setAttribute("data-label", label(label));
    if (part == null) {
      return cell.setText(text);
    }
    return cell.appendChild(
        new Element("a").setAttribute("href", people.of(part, bar.id())).setText(text));
  }

  /** The words of the bars begin sentences here. */
  private String label(String key) {
    String text = words.say(key);
    return text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
  }
}
