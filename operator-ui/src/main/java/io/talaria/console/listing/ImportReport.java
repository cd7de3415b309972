package io.talaria.console.listing;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.listing.ImportProgress;
import io.talaria.journal.listing.ImportProgress.State;
import io.talaria.journal.listing.ImportedRow;
import io.talaria.journal.listing.Imports;
import io.talaria.journal.listing.ListingImport;
import io.talaria.journal.listing.ListingWords;
import io.talaria.journal.listing.Refusal;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the newest import is, what it came to, and which rows it refused. */
class ImportReport extends Section {
  /** So many refused rows are shown; the file has all. */
  static final int MOST_ROWS = 20;

  private final Words words = Words.here();
  private final String language = words.locale().toLanguageTag();
  private final ListingWords sentences;

  /** What was read of it. */
  record Seen(ImportProgress progress, List<ImportedRow> refused) {
    boolean running() {
      return progress.state() == State.RUNNING;
    }
  }

  ImportReport(Seen seen, Imports imports, ListingWords sentences, UUID accountId) {
    this.sentences = sentences;
    ImportProgress progress = seen.progress();
    addClassName("import-report");
    getElement().setAttribute("aria-live", "polite");
    add(headline(progress));
    if (seen.running()) {
      var bar = new ProgressBar(0, 1, progress.share());
      bar.getElement().setAttribute("aria-label", words.say("listings.import.progress"));
      add(bar);
    }
    Refusal problem = progress.problem();
    if (problem != null) {
      add(problem(sentences.refusal(language, problem)));
    }
    if (progress.state() == State.INTERRUPTED) {
      add(problem(words.say("listings.import.again")));
    }
    add(sums(progress));
    if (!seen.refused().isEmpty()) {
      add(rows(seen.refused()));
      add(download(progress, imports, accountId));
    }
  }

  private Div headline(ImportProgress progress) {
    var name = new Span(progress.fileName());
    name.addClassName("semi");
    var state = new Span(words.say("listings.import." + progress.state()));
    state.addClassNames("badge", progress.state() == State.DONE ? "open" : "plain");
    Moments moments = Moments.here();
    var who =
        new Span(
            words.say(
                "listings.import.by",
                "who",
                progress.askedBy(),
                "t",
                moments.near(progress.startedAt())));
    who.addClassNames("xs", "quiet");
    var head = new Div(name, state, who);
    head.addClassName("row-flex");
    return head;
  }

  private static Div problem(String sentence) {
    var problem = new Div(new Span(sentence));
    problem.addClassName("problem");
    return problem;
  }

  private Div sums(ImportProgress progress) {
    var sums = new Div();
    sums.addClassName("facts");
    sum(sums, "rows", progress.rowsRead());
    sum(sums, "created", progress.created());
    sum(sums, "changed", progress.changed());
    sum(sums, "unchanged", progress.unchanged());
    sum(sums, "refused", progress.refused());
    if (progress.closeMissing()) {
      sum(sums, "closed", progress.closed());
    }
    if (progress.encoding() != null) {
      sums.add(new Span(progress.encoding()));
    }
    return sums;
  }

  private void sum(Div sums, String key, int number) {
    sums.add(new Span(words.say("listings.import." + key, "n", words.number(number))));
  }

  private UnorderedList rows(List<ImportedRow> refused) {
    var list = new UnorderedList();
    for (ImportedRow row : refused) {
      var line = new Span(words.say("listings.import.line", "n", row.line()));
      line.addClassName("semi");
      list.add(new ListItem(line, new Span(sentence(row.refusal()))));
    }
    return list;
  }

  private String sentence(@Nullable Refusal refusal) {
    return refusal == null ? "" : sentences.refusal(language, refusal);
  }

  private Anchor download(ImportProgress progress, Imports imports, UUID accountId) {
    var download =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  var rows =
                      imports.rows(accountId, progress.id(), true, 0, ListingImport.MOST_ROWS);
                  byte[] file = RefusedRowsFile.of(rows, this::sentence);
                  return new DownloadResponse(
                      new ByteArrayInputStream(file), "refused.csv", "text/csv", file.length);
                }),
            words.say("listings.import.download"));
    download.getElement().setAttribute("download", true);
    return download;
  }
}
