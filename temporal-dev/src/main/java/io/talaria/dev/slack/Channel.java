package io.talaria.dev.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What was posted, in order, and how the next calls go wrong. */
@Component
class Channel {
  private final List<Post> posts = new ArrayList<>();
  private Misbehaviour misbehaviour = Misbehaviour.NONE;
  private long lastMicros;

  /**
   * @param dropAnswers so many of the next posts are kept, but never answered
   * @param tooMany so many of the next calls are answered 429
   * @param error {@code ok: false} with this error for every call; empty is off
   */
  record Misbehaviour(int dropAnswers, int tooMany, String error) {
    static final Misbehaviour NONE = new Misbehaviour(0, 0, "");

    Misbehaviour {
      if (dropAnswers < 0 || tooMany < 0) {
        throw new IllegalArgumentException("Counts can't be negative");
      }
    }
  }

  synchronized Post post(
      String channel, @Nullable String threadTs, String text, @Nullable JsonNode blocks) {
    Instant now = Instant.now();
    // A ts is unique in its channel; two posts within one microsecond get neighbouring ones.
    lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
    String ts = lastMicros / 1_000_000 + "." + String.format("%06d", lastMicros % 1_000_000);
    Post post = new Post(channel, ts, threadTs, text, blocks, now, null);
    posts.add(post);
    return post;
  }

  /** False when the channel has no such message. */
  synchronized boolean update(String ts, String text, @Nullable JsonNode blocks) {
    for (int i = 0; i < posts.size(); i++) {
      Post old = posts.get(i);
      if (old.ts().equals(ts)) {
        posts.set(
            i, new Post(old.channel(), ts, old.threadTs(), text, blocks, old.at(), Instant.now()));
        return true;
      }
    }
    return false;
  }

  synchronized List<Post> all() {
    return List.copyOf(posts);
  }

  synchronized Misbehaviour misbehaviour() {
    return misbehaviour;
  }

  synchronized void misbehave(Misbehaviour asked) {
    misbehaviour = asked;
  }

  synchronized boolean tooManyNow() {
    if (misbehaviour.tooMany() == 0) {
      return false;
    }
    misbehaviour =
        new Misbehaviour(
            misbehaviour.dropAnswers(), misbehaviour.tooMany() - 1, misbehaviour.error());
    return true;
  }

  synchronized boolean dropThisAnswer() {
    if (misbehaviour.dropAnswers() == 0) {
      return false;
    }
    misbehaviour =
        new Misbehaviour(
            misbehaviour.dropAnswers() - 1, misbehaviour.tooMany(), misbehaviour.error());
    return true;
  }
}
