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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When interviews are, by the team's clock and by the candidate's. */
record MeetingNote(Moments moments) {

  Component section(Opened opened) {
    Words words = moments.words();
    var list = new DescriptionList();
    list.addClassName("kv");
    for (Meeting meeting : opened.card().meetings()) {
      list.add(
          new Term(opened.texts().question(meeting.step(), words.locale())),
          times(meeting, opened.texts().zone().orElse(moments.zone())));
    }
    Element section = Sections.open(words.say("card.interview"), null, "");
    section.appendChild(list.getElement());
    return Sections.wrap(section);
  }

  private Description times(Meeting meeting, ZoneId team) {
    Optional<ZoneId> candidate =
        known(meeting.zone()).filter(zone -> !sameThere(zone, team, meeting.at()));
    var times = new Description();
    times.add(
        new Div(
            say(
                candidate.isEmpty() ? "card.interview.both" : "card.interview.team",
                meeting,
                team)));
    candidate.ifPresent(zone -> times.add(new Div(say("card.interview.candidate", meeting, zone))));
    return times;
  }

  private String say(String key, Meeting meeting, ZoneId zone) {
    Words words = moments.words();
    return words.say(
        key, "t", new Moments(words, zone).near(meeting.at()), "z", zone.getId().replace('_', ' '));
  }

  private static boolean sameThere(ZoneId one, ZoneId other, Instant at) {
    return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
  }

  /** The zone was named by another program's table, which may be newer than this JDK. */
  private static Optional<ZoneId> known(@Nullable String zone) {
    try {
      return Optional.ofNullable(zone).map(ZoneId::of);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
