package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.reading.QueueFilter.Part;
import io.talaria.journal.reading.QueueRow.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QueueReaderTest extends JournalReading {
  private static final String RECEIPT =
      "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}";

  @Autowired QueueReader queue;
  @Autowired QueueCounts counts;
  @Autowired NameSearch names;
  @Autowired ReadMarks marks;
  UUID me;

  @BeforeEach
  void somebodyReads() {
    me = journal.operator("me@talaria.example", "Camila Prado", "LEAD", "x");
  }

  @Test
  void who_waits_longest_comes_first_then_the_newest_moves() {
    journal.candidate("Silent Old").says("a", hours(9)).bot("b", hours(8), "SENT", "read");
    journal.candidate("Waits Short").says("a", minutes(5));
    journal.candidate("Silent New").says("a", hours(3)).bot("b", hours(2), "SENT", "read");
    journal.candidate("Waits Long").says("a", hours(30));

    assertThat(names(QueueTab.ALL))
        .containsExactly("Waits Long", "Waits Short", "Silent New", "Silent Old");
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    for (int i = 0; i < 7; i++) {
      journal.candidate("Waits " + i).says("a", minutes(10 + i));
      journal.candidate("Silent " + i).says("a", hours(3)).bot("b", minutes(70 + i), "SENT", null);
    }
    var seen = new ArrayList<String>();
    Anchor behind = null;
    for (List<QueueRow> page = page(null); !page.isEmpty(); page = page(behind)) {
      page.forEach(row -> seen.add(row.name()));
      behind = page.getLast().anchor();
    }
    assertThat(seen).hasSize(14).doesNotHaveDuplicates();
    assertThat(seen.getFirst()).isEqualTo("Waits 6");
    assertThat(seen.getLast()).isEqualTo("Silent 6");
  }

  @Test
  void rows_of_one_instant_are_all_shown() {
    var since = java.time.OffsetDateTime.now();
    for (int i = 0; i < 7; i++) {
      journal.candidate("Same " + i).journey("waiting_since = ?", since);
    }
    List<QueueRow> first = page(null);
    List<QueueRow> second = page(first.getLast().anchor());
    List<QueueRow> third = page(second.getLast().anchor());
    assertThat(first.size() + second.size() + third.size()).isEqualTo(7);
  }

  @Test
  void reviews_stand_by_how_long_they_wait_whatever_the_candidate_waits() {
    journal.candidate("Waits Long").says("a", hours(9)).proposes("b", minutes(5));
    journal.candidate("Reviewed First").says("a", minutes(50)).proposes("b", minutes(40));
    journal.candidate("Its Own Words").bot("a", hours(2), "SENT", null).proposes("b", minutes(20));

    assertThat(names(QueueTab.REVIEW))
        .containsExactly("Reviewed First", "Its Own Words", "Waits Long");
    var tab = QueueFilter.of(SampleJournal.ACCOUNT, me, QueueTab.REVIEW);
    List<QueueRow> first = queue.page(tab, null, 2);
    assertThat(queue.page(tab, first.getLast().anchor(), 2))
        .extracting(QueueRow::name)
        .containsExactly("Waits Long");
  }

  @Test
  void each_tab_counts_what_it_shows() {
    journal.candidate("Mine").says("a", minutes(1)).heldBy(me, minutes(2), null, RECEIPT);
    UUID rafael = journal.operator("r@talaria.example", "Rafael Lima", "RECRUITER", "x");
    journal.candidate("His").says("a", minutes(1)).heldBy(rafael, minutes(2), null, RECEIPT);
    journal.candidate("Asks").says("a", minutes(1)).journey("needs_human = 'asked_for_person'");
    journal.candidate("Lost?").journey("at_risk_since = now()");
    journal.candidate("Unknown").journey("uncertain_sends = 1");
    journal.candidate("Just now").says("a", minutes(1));
    journal.candidate("Reviewed").says("a", minutes(2)).proposes("b", minutes(1));
    journal.candidate("Over").journey("status = 'COMPLETED', needs_human = 'asked_for_person'");

    var now = counts.of(SampleJournal.ACCOUNT, me);
    for (QueueTab tab : QueueTab.values()) {
      assertThat(names(tab)).as(tab.name()).hasSize(now.get(tab).intValue());
    }
    assertThat(names(QueueTab.MINE)).containsExactly("Mine");
    assertThat(names(QueueTab.UNASSIGNED)).containsExactlyInAnyOrder("Asks", "Unknown");
    assertThat(names(QueueTab.REVIEW)).containsExactly("Reviewed");
    assertThat(now.get(QueueTab.ALL)).isEqualTo(7);
  }

  @Test
  void a_name_is_found_by_the_beginnings_of_its_words_without_accents() {
    journal.candidate("João Pedro Almeida").says("a", minutes(1));
    journal.candidate("Joana Alves").journey("status = 'DROPPED'");

    assertThat(search("joao alm")).containsExactly("João Pedro Almeida");
    assertThat(search("ALMEIDA")).containsExactly("João Pedro Almeida");
    assertThat(search("joa")).containsExactlyInAnyOrder("João Pedro Almeida", "Joana Alves");
    assertThat(search("edro")).isEmpty();
  }

  @Test
  void a_part_of_a_bar_opens_its_people() {
    journal.candidate("Here").inStage("technical_challenge", hours(1), hours(2));
    journal.candidate("On").inStage("cultural_fit", hours(1), hours(2), hours(3));
    journal
        .candidate("Gone")
        .inStage("technical_challenge", hours(1), hours(2))
        .journey("status = 'DROPPED'");

    assertThat(part(Part.HERE)).containsExactly("Here");
    assertThat(part(Part.MOVED_ON)).containsExactly("On");
    assertThat(part(Part.LOST)).containsExactly("Gone");
    assertThat(part(Part.ENTERED)).containsExactlyInAnyOrder("Here", "On", "Gone");
  }

  @Test
  void how_journeys_ended_opens_theirs_and_no_other_definitions() {
    journal.candidate("Open").inStage("cultural_fit", hours(1), hours(2), hours(3));
    journal.candidate("Done").inStage("cultural_fit", hours(9)).journey("status = 'COMPLETED'");
    journal.candidate("Gone").inStage("cultural_fit", hours(9)).journey("status = 'OPTED_OUT'");
    journal
        .candidate("Elsewhere")
        .inStage("technical_challenge", hours(1), hours(2))
        .journey("status = 'COMPLETED', definition_name = 'graduates'");

    assertThat(part(Part.COMPLETED)).containsExactly("Done");
    assertThat(part(Part.ENDED)).containsExactlyInAnyOrder("Done", "Gone");
    assertThat(part(Part.STARTED)).containsExactlyInAnyOrder("Open", "Done", "Gone");
    assertThat(part(Part.MOVED_ON)).containsExactlyInAnyOrder("Open", "Done", "Gone");
  }

  @Test
  void who_stands_at_a_stage_that_was_passed_over_is_in_no_part_of_its_bar() {
    var ana = journal.candidate("Passed over").journey("stage = 'technical_challenge'");
    jdbc.sql(
            "insert into stage_visit (id, account_id, journey_id, stage, entered_at, left_at,"
                + " left_as) values (gen_random_uuid(), ?, ?, 'technical_challenge', now(), now(),"
                + " 'SKIPPED')")
        .params(SampleJournal.ACCOUNT, ana.journey)
        .update();
    assertThat(part(Part.HERE)).isEmpty();
    ana.journey("status = 'DROPPED'");
    assertThat(part(Part.LOST)).isEmpty();
  }

  @Test
  void words_stay_unread_until_somebody_answered_or_the_reader_saw_them() {
    var ana = journal.candidate("Ana").says("one", minutes(3)).says("two", minutes(2));
    assertThat(row(ana).unread()).isEqualTo(2);
    marks.seen(SampleJournal.ACCOUNT, me, ana.id, 1);
    assertThat(row(ana).unread()).isEqualTo(1);
    marks.seen(SampleJournal.ACCOUNT, me, ana.id, 2);
    assertThat(row(ana).unread()).isZero();
    marks.seen(SampleJournal.ACCOUNT, me, ana.id, 1);
    assertThat(row(ana).unread()).isZero();
  }

  @Test
  void a_raised_brake_shows_its_holder_before_the_journey_says_so() {
    var ana = journal.candidate("Ana").says("one", minutes(3));
    ana.heldBy(me, minutes(1), null, null);
    assertThat(row(ana).held()).isTrue();
    assertThat(row(ana).ownerName()).isEqualTo("Camila Prado");
  }

  @Test
  void what_did_not_arrive_is_marked_by_our_newest_words() {
    var ana =
        journal.candidate("Ana").bot("first", minutes(9), "REJECTED", null).failed(131047, "x");
    assertThat(row(ana).notSent()).isTrue();
    ana.bot("second", minutes(1), "SENT", "read");
    assertThat(row(ana).notSent()).isFalse();
  }

  private List<QueueRow> page(Anchor behind) {
    return queue.page(QueueFilter.of(SampleJournal.ACCOUNT, me, QueueTab.ALL), behind, 3);
  }

  private QueueRow row(SampleJournal.Candidate candidate) {
    return queue.row(SampleJournal.ACCOUNT, me, candidate.id).orElseThrow();
  }

  private List<String> names(QueueTab tab) {
    return queue.page(QueueFilter.of(SampleJournal.ACCOUNT, me, tab), null, 50).stream()
        .map(QueueRow::name)
        .toList();
  }

  private List<String> search(String text) {
    var filter =
        new QueueFilter(
            SampleJournal.ACCOUNT, me, QueueTab.MINE, null, null, null, null, names.of(text));
    return queue.page(filter, null, 50).stream().map(QueueRow::name).toList();
  }

  private List<String> part(Part part) {
    var filter =
        new QueueFilter(
            SampleJournal.ACCOUNT,
            me,
            QueueTab.ALL,
            "tech-hiring",
            part.ordinal() < Part.STARTED.ordinal() ? "technical_challenge" : null,
            null,
            part,
            List.of());
    return queue.page(filter, null, 50).stream().map(QueueRow::name).toList();
  }
}
