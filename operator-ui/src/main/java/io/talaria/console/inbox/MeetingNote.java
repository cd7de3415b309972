package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card.Meeting;

/** When interviews are, by the team's clock and by the candidate's. */
record MeetingNote(Moments moments) {

  Component section(Opened opened) {
    Words words = moments.words();
    var clocks = opened.texts().clocks(moments);
    var list = new DescriptionList();
    list.addClassName("kv");
    for (Meeting meeting : opened.card().meetings()) {
      var times = new Description();
      clocks.say(meeting.at(), meeting.zone()).forEach(line -> times.add(new Div(line)));
      list.add(new Term(opened.texts().question(meeting.step(), words.locale())), times);
    }
    Element section = Sections.open(words.say("card.interview"), null, "");
    section.appendChild(list.getElement());
    return Sections.wrap(section);
  }
}
