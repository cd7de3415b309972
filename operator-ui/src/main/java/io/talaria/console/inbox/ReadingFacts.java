package io.talaria.console.inbox;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import io.talaria.console.words.Words;
import io.talaria.port.Reading;
import java.util.Map;
import java.util.stream.Collectors;

/** What a bot from outside made of the candidate's words, as far as it told. */
record ReadingFacts(Words words) {
  /** Nearer to zero a mood is called neither. */
  private static final double PLAIN = 0.25;

  void into(DescriptionList list, Reading reading) {
    if (reading.intent() != null) {
      fact(list, "why.intent", reading.intent());
    }
    if (reading.priority() != null) {
      fact(list, "why.priority", words.say("why.priority." + reading.priority().name()));
    }
    if (reading.sentiment() != null) {
      fact(list, "why.sentiment", mood(reading.sentiment()));
    }
    if (!reading.entities().isEmpty()) {
      fact(list, "why.entities", named(reading.entities()));
    }
  }

  private void fact(DescriptionList list, String key, String value) {
    list.add(new Term(words.say(key)), new Description(value));
  }

  private String mood(double sentiment) {
    String mood = sentiment < -PLAIN ? "upset" : sentiment > PLAIN ? "glad" : "plain";
    return words.say("why.sentiment." + mood)
        + " · "
        + String.format(words.locale(), "%+.2f", sentiment);
  }

  private static String named(Map<String, String> entities) {
    return entities.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entity -> entity.getKey() + ": " + entity.getValue())
        .collect(Collectors.joining(", "));
  }
}
