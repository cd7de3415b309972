package io.talaria.worker.bot;

import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.Attachment;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The pictures that a step has got: ids of their media, in one answer. */
final class Photos {
  private static final String BETWEEN = " ";

  private Photos() {}

  static int sent(Scene scene, Ask ask) {
    return ids(scene, ask).size();
  }

  private static Set<String> ids(Scene scene, Ask ask) {
    return new LinkedHashSet<>(
        scene.answer(ask.id()).map(answer -> List.of(answer.split(BETWEEN))).orElse(List.of()));
  }

  /** The answer with the pictures of these messages, at most so many; the same when none came. */
  static String with(Scene scene, Ask ask, List<MessageReceived> messages, int most) {
    Set<String> ids = ids(scene, ask);
    messages.stream()
        .filter(message -> message.kind() == Kind.PHOTO)
        .map(MessageReceived::attachment)
        .filter(Objects::nonNull)
        .map(Attachment::mediaId)
        .forEach(id -> ids.add(id.toString()));
    return String.join(BETWEEN, ids.stream().limit(most).toList());
  }
}
