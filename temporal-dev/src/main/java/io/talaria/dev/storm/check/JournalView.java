package io.talaria.dev.storm.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal's rows of one run's candidates, who are named by their numbers. */
public record JournalView(
    List<Message> messages,
    List<Intent> intents,
    List<Turn> turns,
    List<Journey> journeys,
    List<Event> events,
    int openDeliveries,
    int quarantined,
    int openFacts) {

  /** A row of the transcript. */
  public record Message(
      UUID id,
      String number,
      long seq,
      boolean inbound,
      @Nullable String wamid,
      @Nullable String intentKey,
      boolean takenIn) {}

  /**
   * A send.
   *
   * @param underWay whether its caller may still write the outcome
   */
  public record Intent(
      String key,
      String number,
      @Nullable String turnKey,
      int position,
      boolean byPerson,
      String state,
      @Nullable String wamid,
      @Nullable String status,
      boolean underWay,
      @Nullable String settledBy) {

    /** Whether a person said that it arrived, or didn't. */
    boolean settledByPerson() {
      return settledBy != null && settledBy.startsWith("operator:");
    }
  }

  /**
   * A claimed turn.
   *
   * @param bubbles how many messages the bot proposed
   */
  public record Turn(String key, String number, List<UUID> inputs, int bubbles) {}

  /**
   * A journey's row, with what of its sealed state the checks need.
   *
   * @param owner the recruiter who holds it
   * @param open messages that it has taken in and not answered
   * @param scheduled ids of people's words that wait for their time, or for a person since they
   *     could not leave
   */
  public record Journey(
      UUID id,
      String number,
      String status,
      String stage,
      String mode,
      @Nullable String owner,
      String language,
      @Nullable String needsHuman,
      int uncertain,
      int open,
      @Nullable String owedKey,
      @Nullable Instant owesSince,
      int nudges,
      boolean atRisk,
      Set<String> scheduled) {

    /** Whether the bot is the one who answers. */
    public boolean botSpeaks() {
      return status.equals("OPEN") && mode.equals("BOT") && needsHuman == null;
    }
  }

  /** An event, in the order of its id; the body's fields as text. */
  public record Event(
      String number, @Nullable UUID journey, String type, String cause, Map<String, String> body) {}

  /** Sends by candidate. */
  Map<String, List<Intent>> intentsByNumber() {
    return intents.stream().collect(Collectors.groupingBy(Intent::number));
  }

  /**
   * Candidates to whom the bot speaks, and of whose journeys no person ever had to do: whoever said
   * of a send that it arrived may have been wrong, and the journal believes them.
   */
  Set<String> onlyWithTheBot() {
    Set<String> numbers =
        journeys.stream()
            .filter(journey -> journey.botSpeaks() && journey.uncertain() == 0)
            .map(Journey::number)
            .collect(Collectors.toCollection(HashSet::new));
    for (Event event : events) {
      boolean person =
          event.type().equals("OperatorTakeover")
              || event.type().equals("JourneyEnded")
              || (event.type().equals("CandidateStateChanged")
                  && !"language".equals(event.body().get("what")));
      if (person) {
        numbers.remove(event.number());
      }
    }
    intents.stream()
        .filter(Intent::settledByPerson)
        .forEach(intent -> numbers.remove(intent.number()));
    return numbers;
  }
}
