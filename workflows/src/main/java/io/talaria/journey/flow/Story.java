package io.talaria.journey.flow;

import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.Review;
import io.talaria.journey.SearchAttribute;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a journey reads in the Temporal Web UI: search attributes in one command, and only when they
 * change; current details in a few lines. Neither is encrypted, so no personal data stands there.
 */
final class Story {
  private Map<String, String> told = Map.of();

  /** Tells where the journey stands. */
  void tell(JourneyState state) {
    Workflow.setCurrentDetails(details(state));
    Map<String, String> now = attributes(state);
    var changes = new ArrayList<SearchAttributeUpdate<?>>();
    now.forEach(
        (name, value) -> {
          if (!value.equals(told.get(name))) {
            changes.add(SearchAttributeKey.forKeyword(name).valueSet(value));
          }
        });
    if (!changes.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(changes.toArray(SearchAttributeUpdate[]::new));
      told = now;
    }
  }

  /** Carried from the run before: its attributes are set already. */
  void resume(JourneyState state) {
    told = attributes(state);
    Workflow.setCurrentDetails(details(state));
  }

  private static Map<String, String> attributes(JourneyState state) {
    Holder holder = state.hold().holder();
    var attributes = new LinkedHashMap<String, String>();
    attributes.put(SearchAttribute.STAGE.key(), state.talk().stage());
    attributes.put(SearchAttribute.MODE.key(), state.mode().name());
    attributes.put(SearchAttribute.RISK_BAND.key(), state.silence().atRisk() ? "at_risk" : "calm");
    attributes.put(
        SearchAttribute.DEFINITION.key(), state.plan().definition() + " v" + state.plan().number());
    attributes.put(SearchAttribute.CHANNEL.key(), "whatsapp");
    attributes.put(
        SearchAttribute.OWNER.key(), holder == null ? "bot" : holder.operatorId().toString());
    return attributes;
  }

  private static String details(JourneyState state) {
    var lines = new ArrayList<String>();
    lines.add("Stage **%s**%s".formatted(state.talk().stage(), question(state.talk().step())));
    Holder holder = state.hold().holder();
    lines.add(
        holder == null
            ? "The bot answers"
            : "Held by operator %s since %s".formatted(holder.operatorId(), holder.since()));
    if (state.needsHuman() != null) {
      lines.add("Needs a person: " + state.needsHuman());
    }
    if (state.silence().candidateOwesSince() != null) {
      lines.add("The candidate is silent since " + state.silence().candidateOwesSince());
    }
    if (state.silence().weOweSince() != null) {
      lines.add("The candidate waits since " + state.silence().weOweSince());
    }
    Review.Waiting waiting = state.inReview();
    if (waiting != null) {
      lines.add(
          "Version %d of a reply waits for review until %s"
              .formatted(waiting.version(), waiting.until()));
    }
    End end = state.end();
    if (end != null) {
      lines.add("Ended: %s at %s".formatted(end.ending(), end.at()));
    }
    return String.join("\n\n", List.copyOf(lines));
  }

  private static String question(@Nullable String step) {
    return step == null ? "" : ", question " + step;
  }
}
