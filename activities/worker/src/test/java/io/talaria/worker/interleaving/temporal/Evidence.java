package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.MessageReceived;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.TurnKey;
import io.talaria.worker.interleaving.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was said and answered in a life, as candidate and recruiters know it. */
final class Evidence {
  private static final String ANSWERS = "answers ";

  final Ledger ledger = new Ledger();
  final List<MessageReceived> written = new ArrayList<>();
  final Set<String> runs = new LinkedHashSet<>();

  /** The turns whose words, as they reached the candidate, answer a message. */
  final Map<Long, Set<String>> answeredBy = new HashMap<>();

  /** What each request was answered. */
  final Map<RecruiterRequest, Object> receipts = new LinkedHashMap<>();

  boolean aPersonSpoke;
  int deaths;
  int repeated;

  private final Set<String> mayRelease = new HashSet<>();
  private final Map<UUID, Integer> stopped = new HashMap<>();
  private int returns;

  /** The words of a reply to these messages. */
  static String answering(List<MessageReceived> messages) {
    var words = new StringBuilder(ANSWERS);
    messages.forEach(message -> words.append(message.seq()).append(' '));
    return words.toString();
  }

  void fault(String what) {
    ledger.faults.add(what);
  }

  /** WhatsApp has taken it. */
  void accepted(Delivery delivery) {
    String words = delivery.content().body();
    if (delivery.author() == Author.RECRUITER) {
      aPersonSpoke = true;
    } else if (words.startsWith(ANSWERS)) {
      for (String seq : words.substring(ANSWERS.length()).split(" ")) {
        answeredBy
            .computeIfAbsent(Long.valueOf(seq), s -> new LinkedHashSet<>())
            .add(TurnKey.turn(delivery.key()));
      }
    }
  }

  /** The takeover has looked at what is under way. */
  void stopped(UUID takeover) {
    stopped.put(takeover, returns);
  }

  /** A recruiter has this receipt; that of a hold which is over by now promises nothing. */
  void acknowledged(UUID takeover, TakeoverReceipt receipt) {
    if (stopped.getOrDefault(takeover, returns) == returns) {
      ledger.acknowledges(receipt, true);
    }
  }

  /** Somebody wants to give it back. */
  void asksToRelease(UUID request) {
    mayRelease.add("handback:" + request);
  }

  void released(ReleaseBrake release) {
    String cause = release.cause();
    if (mayRelease.contains(cause) || cause.startsWith("owner-silent:")) {
      returns++;
      ledger.isTheBots();
    } else {
      fault("the brake was released by " + cause);
    }
  }
}
