package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.reading.Conversation.Happened;
import io.talaria.journal.reading.Conversation.Said;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.reading.Conversation.TakenOver;
import io.talaria.journal.reading.Conversation.Tick;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConversationReaderTest extends JournalReading {
  @Autowired ConversationReader conversations;

  @Test
  void words_and_happenings_stand_in_the_order_in_which_we_learned_them() {
    UUID me = journal.operator("me@talaria.example", "Camila Prado", "LEAD", "x");
    var ana =
        journal
            .candidate("Ana")
            .says("oi", minutes(40))
            .bot("Olá", minutes(39), "SENT", "read")
            .event(
                "CandidateAtRisk",
                minutes(20),
                "\"silentSince\":\"2026-11-20T10:00:00Z\",\"risk\":0.74");
    ana.heldBy(
        me,
        minutes(10),
        null,
        "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[\"k\"],\"dropped\":[]}");
    ana.says("voltei", minutes(5));

    var entries = read(ana, 50).entries();
    assertThat(entries)
        .extracting(entry -> (Object) entry.getClass())
        .containsExactly(Said.class, Sent.class, Happened.class, TakenOver.class, Said.class);
    assertThat(((TakenOver) entries.get(3)).receipt().uncertain()).containsExactly("k");
    assertThat(((Sent) entries.get(1)).decision().engine()).isEqualTo("script");
  }

  @Test
  void a_tick_says_what_is_known_and_no_more() {
    var ana = journal.candidate("Ana");
    assertThat(tick(ana.bot("a", minutes(9), "QUEUED", null))).isEqualTo(Tick.QUEUED);
    assertThat(tick(ana.bot("b", minutes(8), "SENDING", null))).isEqualTo(Tick.SENDING);
    assertThat(tick(ana.bot("c", minutes(7), "UNCERTAIN", null))).isEqualTo(Tick.UNCERTAIN);
    assertThat(tick(ana.bot("d", minutes(6), "SENT", null))).isEqualTo(Tick.SENT);
    assertThat(tick(ana.bot("e", minutes(5), "SENT", "delivered"))).isEqualTo(Tick.DELIVERED);
    assertThat(tick(ana.bot("f", minutes(4), "SENT", "played"))).isEqualTo(Tick.READ);
    assertThat(tick(ana.bot("g", minutes(3), "SENT", "failed"))).isEqualTo(Tick.FAILED);
    assertThat(tick(ana.bot("h", minutes(2), "REJECTED", null).failed(131047, "x")))
        .isEqualTo(Tick.FAILED);
    assertThat(List.of("brake", "repair"))
        .allSatisfy(
            by ->
                assertThat(
                        tick(
                            ana.bot(by, minutes(1), "REJECTED", null)
                                .failed(130429, "x")
                                .droppedBy(by)))
                    .isEqualTo(Tick.LEFT));
  }

  @Test
  void a_long_conversation_is_cut_in_both_directions_at_one_time() {
    var ana = journal.candidate("Ana");
    for (int i = 30; i > 0; i--) {
      ana.says("q" + i, minutes(i * 10)).bot("a" + i, minutes(i * 10 - 1), "SENT", "read");
    }
    Conversation newest = read(ana, 5);
    assertThat(newest.more()).isTrue();
    assertThat(newest.entries()).first().isInstanceOf(Sent.class);
    assertThat(newest.entries()).hasSizeLessThanOrEqualTo(10);
    assertThat(read(ana, 100).more()).isFalse();
  }

  @Test
  void a_phone_is_masked_and_another_account_sees_nobody() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    assertThat(read(ana, 5).head().phone()).isEqualTo("+55 11 ••••• 4821");
    assertThat(conversations.read(UUID.randomUUID(), ana.id, 5)).isEmpty();
  }

  private Tick tick(SampleJournal.Candidate candidate) {
    return ((Sent) read(candidate, 50).entries().getLast()).tick();
  }

  private Conversation read(SampleJournal.Candidate candidate, int limit) {
    return conversations.read(SampleJournal.ACCOUNT, candidate.id, limit).orElseThrow();
  }
}
