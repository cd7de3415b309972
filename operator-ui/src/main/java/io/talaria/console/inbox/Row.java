package io.talaria.console.inbox;

import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Initials;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Names;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.QueueRow;
import io.talaria.journey.RiskScore.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One row of the queue as the template draws it. */
final class Row {
  /** From here on a candidate waits too long for a list to say it quietly. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private Row() {}

  /** What the template reads of a row, at this moment. */
  static ObjectNode of(
      QueueRow row, SignedIn me, String stage, boolean selected, Moments moments, Instant now) {
    Words words = moments.words();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Window window = Window.of(row.windowUntil(), now);
    node.put("id", row.candidateId().toString())
        .put("selected", selected)
        .put("name", Names.of(row.name(), row.candidateId(), words))
        .put("initials", Initials.of(row.name()))
        .put("ring", window.css())
        .put("dash", window.percent() + " 100")
        .put("win", window.left(moments))
        .put("winCss", window.textCss())
        .put("winHint", words.say("window.hint"))
        .put("stage", stage)
        .put("author", author(row, me, words))
        .put("text", text(row, words))
        .put("unread", row.unread())
        .put("unreadWord", words.say("row.unread"));
    badges(node, row, me, words);
    review(node, row, moments, now);
    waiting(node, row, moments, now);
    return node;
  }

  /** The newest words; where there are none, what came instead. */
  private static String text(QueueRow row, Words words) {
    if (row.lastText() != null) {
      return row.lastText().replace('\n', ' ');
    }
    String kind = row.lastKind();
    if (kind == null) {
      return "";
    }
    String type = kind.substring(kind.indexOf(':') + 1);
    return "[" + words.sayOr("kind." + type, words.say("kind.other", "type", type)) + "]";
  }

  private static void badges(ObjectNode node, QueueRow row, SignedIn me, Words words) {
    if (!"OPEN".equals(row.status())) {
      node.put("who", "").put("whoCss", "");
    } else if (!row.held() && row.phase() != null) {
      node.put("who", words.say("badge.watched." + row.phase())).put("whoCss", "watched");
    } else if (!row.held()) {
      node.put("who", words.say("badge.bot")).put("whoCss", "bot");
    } else if (me.id().equals(row.ownerId())) {
      node.put("who", words.say("badge.you")).put("whoCss", "human");
    } else {
      node.put("who", first(row.ownerName())).put("whoCss", "human other");
    }
    boolean watched = "OPEN".equals(row.status()) && row.phase() != null;
    node.put("whoHint", watched ? words.say("watched." + row.phase()) : "");
    node.put("ended", "OPEN".equals(row.status()) ? "" : words.say("status." + row.status()));
    boolean tellsRisk = row.atRisk() || Band.of(row.risk()) != Band.LOW;
    node.put("valued", row.highValue() ? words.say("risk.highValue") : "");
    node.put("valuedWord", words.say("risk.highValue.hint"));
    node.put("risk", tellsRisk ? words.score(row.risk()) : "");
    node.put("riskWord", words.say(row.atRisk() ? "tab.AT_RISK" : "card.risk"));
    node.put("needs", row.needsHuman() == null ? "" : words.say("tab.NEEDS_HUMAN"));
    node.put("uncertain", row.uncertainSends() > 0 ? words.say("badge.uncertain") : "");
    node.put("notSent", row.notSent() ? words.say("badge.notSent") : "");
  }

  /** How long there is to decide. */
  private static void review(ObjectNode node, QueueRow row, Moments moments, Instant now) {
    Words words = moments.words();
    Instant until = row.reviewUntil();
    node.put("review", "").put("reviewHint", "");
    if (row.reviewSince() != null && until != null) {
      Duration left = Duration.between(now, until);
      node.put(
          "review",
          left.isNegative()
              ? words.say("tab.REVIEW")
              : words.say("badge.review", "d", moments.length(left)));
      node.put(
          "reviewHint",
          words.say(
              "badge.review.hint", "s", moments.near(row.reviewSince()), "t", moments.near(until)));
    }
  }

  private static void waiting(ObjectNode node, QueueRow row, Moments moments, Instant now) {
    Words words = moments.words();
    String text;
    String exact = "";
    boolean late = false;
    Instant waiting = row.waitingSince();
    Instant silent = row.silentSince();
    if (waiting != null) {
      Duration length = Duration.between(waiting, now);
      boolean bot = !row.held() && row.needsHuman() == null && row.phase() == null;
      late = length.compareTo(LATE) >= 0;
      text = words.say(bot && !late ? "row.bot" : "row.waits", "d", moments.length(length));
      exact = moments.exact(waiting);
    } else if (silent != null) {
      text = words.say("row.silent", "d", moments.length(Duration.between(silent, now)));
      exact = moments.exact(silent);
    } else {
      text = "OPEN".equals(row.status()) ? words.say("row.answered") : "";
    }
    node.put("wait", text).put("waitExact", exact).put("late", late);
  }

  private static String author(QueueRow row, SignedIn me, Words words) {
    return switch (row.lastAuthor()) {
      case "BOT" -> words.say("author.bot");
      case "RECRUITER" -> recruiter(row, me, words);
      case null, default -> "";
    };
  }

  /** A row knows who has the conversation, not who wrote before it went back to the bot. */
  private static String recruiter(QueueRow row, SignedIn me, Words words) {
    String owner = row.ownerName();
    if (owner == null) {
      return words.say("author.team");
    }
    return me.id().equals(row.ownerId()) ? words.say("author.you") : owner.split(" ", 2)[0] + ":";
  }

  private static String first(@Nullable String name) {
    return name == null ? "" : name.split(" ", 2)[0].toUpperCase(Locale.ROOT);
  }
}
