package io.talaria.journal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.listing.ImportProgress.State;
import io.talaria.journal.listing.Listings.Outcome;
import io.talaria.journal.listing.Listings.Shown;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class ListingImportTest extends ListingGround {
  private static final String HEADER = "reference,title,city,shifts,must_haves\n";

  @TempDir Path folder;
  @Autowired ListingImport listingImport;
  @Autowired Imports imports;
  @Autowired ListingWords words;

  @Test
  void every_row_is_reported_and_the_same_file_again_changes_nothing_and_says_so() {
    String file = HEADER + "A1,Vendedor,Campinas,manhã|tarde,cnh b\nA2,Cozinheiro,Recife,,\n";
    ImportProgress first = imported(file);
    assertThat(first.state()).isEqualTo(State.DONE);
    assertThat(List.of(first.rowsRead(), first.created(), first.refused()))
        .containsExactly(2, 2, 0);
    assertThat(first.share()).isEqualTo(1);
    ImportProgress again = imported(file);
    assertThat(List.of(again.created(), again.changed(), again.unchanged()))
        .containsExactly(0, 0, 2);
    ImportProgress changed = imported(file.replace("Recife", "Olinda"));
    assertThat(List.of(changed.changed(), changed.unchanged())).containsExactly(1, 1);
    assertThat(rows(changed))
        .extracting(ImportedRow::line, ImportedRow::reference, ImportedRow::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "A1", Outcome.UNCHANGED),
            org.assertj.core.groups.Tuple.tuple(3, "A2", Outcome.CHANGED));
    Listing.Said said = listings.find(ACCOUNT, "A1").orElseThrow().said();
    assertThat(said.shifts()).containsExactly(Shift.MORNING, Shift.AFTERNOON);
    assertThat(said.mustHaves()).containsExactly("cnh b");
  }

  @Test
  void the_planner_knows_what_came_when_the_import_is_over() {
    imported(HEADER + "A1,Vendedor,Campinas,,\nA2,Cozinheiro,Recife,,\nA3,Garçom,Santos,,\n");
    for (String table : List.of("job_listing", "listing_word")) {
      assertThat(
              jdbc.sql(
                      "select reltuples = (select count(*) from %s) from pg_class where oid = '%s'::regclass"
                          .formatted(table, table))
                  .query(Boolean.class)
                  .single())
          .as(table)
          .isTrue();
    }
  }

  @Test
  void a_listing_that_tells_no_day_keeps_the_one_on_which_it_first_came() {
    String file = "id,title\n1,Vendedor\n";
    imported(file);
    jdbc.sql("update job_listing set opened_on = '2026-01-02'").update();
    assertThat(imported(file).unchanged()).isEqualTo(1);
    assertThat(imported(file.replace("Vendedor", "Caixa")).changed()).isEqualTo(1);
    assertThat(listings.find(ACCOUNT, "1").orElseThrow().said().openedOn()).isEqualTo("2026-01-02");
  }

  @Test
  void a_row_that_cannot_be_used_is_refused_with_its_line_and_reason_and_the_next_is_read() {
    ImportProgress progress =
        imported(
            HEADER
                + "A1,Vendedor,Campinas,de madrugada,\n"
                + "A2,\"Cozinheiro\nde dia\",Recife,noite,\n"
                + ",Sem referência,,,\n"
                + "A3,Garçom\n"
                + "A2,Outra vez,,,\n"
                + "\n"
                + "A4,Garçom,,,\n");
    assertThat(List.of(progress.created(), progress.refused())).containsExactly(2, 4);
    assertThat(refusals(progress))
        .containsExactly(
            "2: 'shifts' is 'de madrugada'; expected one of: morning, afternoon, evening, night,"
                + " full day, weekend, rotating, flexible",
            "5: 'reference' is empty; every listing needs one",
            "6: the row has 2 cells, the header 5; is a separator or a quote missing or too many?",
            "7: reference 'A2' stands in line 3 already; only that one was taken");
  }

  @Test
  void values_of_each_column_are_checked() {
    String header = "id;titulo;país;modelo;abertura;encerramento;link;status;descrição\n";
    ImportProgress progress =
        imported(
            header
                + "1;a;Brasil;remoto;;;;;\n"
                + "2;a;br;na lua;;;;;\n"
                + "3;a;br;remoto;31/02/2026;;;;\n"
                + "4;a;br;remoto;10/02/2026;09/02/2026;;;\n"
                + "5;a;br;remoto;;;javascript:alert(1);;\n"
                + "6;a;br;remoto;;;;talvez;\n"
                + "7;a;br;remoto;;;;;"
                + "x".repeat(10_001)
                + "\n"
                + "8;a;br;híbrido;10/02/2026;2026-12-31;https://e.example/8;fechada;\"R$ 2.000;"
                + " já\"\n");
    assertThat(
            rows(progress).stream().map(row -> row.refusal() == null ? "" : row.refusal().code()))
        .containsExactly(
            "country", "unknown_value", "date", "dates", "link", "unknown_value", "too_long", "");
    Listing last = listings.find(ACCOUNT, "8").orElseThrow();
    assertThat(last.closedAt()).isNotNull();
    assertThat(last.said().workplace()).isEqualTo(Workplace.HYBRID);
    assertThat(last.said().description()).isEqualTo("R$ 2.000; já");
  }

  @Test
  void files_as_excel_in_brazil_writes_them_are_read() {
    String file = "referência;título;cidade\n1;Programação;São Paulo\n";
    assertThat(imported("\uFEFF" + file).created()).isEqualTo(1);
    ImportProgress windows = imported(file.getBytes(Charset.forName("windows-1252")));
    assertThat(windows.encoding()).isEqualTo("windows-1252");
    assertThat(windows.unchanged()).isEqualTo(1);
    assertThat(imported(file.replace(';', '\t').replace("\n", "\r\n")).unchanged()).isEqualTo(1);
  }

  @Test
  void a_header_that_is_wrong_takes_nothing_and_names_the_nearest_column() {
    assertThat(problem(imported("reference,titel,city\n1,a,b\n")))
        .startsWith("column 'titel' isn't known; did you mean 'title'? Known: reference, title");
    assertThat(problem(imported("título,cidade\na,b\n")))
        .isEqualTo("column 'reference' is missing; the first line must name it");
    assertThat(problem(imported("id,titulo,title\n1,a,b\n")))
        .isEqualTo("columns 'titulo' and 'title' mean the same");
    assertThat(imported("id,title,_notes\n1,a,b\n").created()).isEqualTo(1);
  }

  @Test
  void what_is_no_csv_is_refused_with_what_to_do() {
    assertThat(problem(imported(""))).startsWith("the file is empty");
    assertThat(problem(imported("\n \n"))).startsWith("the file is empty");
    assertThat(problem(imported("PK\u0003\u0004rest"))).contains("Excel workbook");
    assertThat(problem(imported("id,title\n1,a\n".getBytes(StandardCharsets.UTF_16))))
        .contains("UTF-16");
    assertThat(problem(imported(new byte[] {'i', 'd', '\n', (byte) 0x81, (byte) 0xE3})))
        .contains("neither UTF-8 nor Windows-1252 (line 2)");
    assertThat(problem(imported(new byte[] {'i', 'd', '\n', 0, 1}))).contains("isn't text");
  }

  @Test
  void an_open_quote_ends_the_import_and_what_stands_before_it_is_taken() {
    ImportProgress progress = imported("id,title\n1,Vendedor\n2,\"Garçom\n3,Caixa\n");
    assertThat(progress.state()).isEqualTo(State.FAILED);
    assertThat(problem(progress))
        .isEqualTo("a quote that opens in line 3 isn't closed; 1 rows before it were taken");
    assertThat(listings.find(ACCOUNT, "1")).isPresent();
  }

  @Test
  void listings_that_the_file_no_longer_names_are_closed_on_request_only() {
    imported("id,title\n1,Vendedor\n2,Garçom\n3,Caixa\n");
    assertThat(imported("id,title\n1,Vendedor\n").closed()).isZero();
    ImportProgress whole =
        imported("id,title\n1,Vendedor\n2,\n".getBytes(StandardCharsets.UTF_8), true);
    assertThat(whole.closed()).isEqualTo(1);
    assertThat(listings.page(ACCOUNT, "", Shown.CLOSED, 0, 10))
        .extracting(listing -> listing.said().reference())
        .containsExactly("3");
    assertThat(imported("id,title\n3,Caixa\n").changed()).isEqualTo(1);
    assertThat(listings.count(ACCOUNT, "", Shown.OPEN)).isEqualTo(3);
  }

  @Test
  void a_broken_file_closes_nothing() {
    imported("id,title\n1,Vendedor\n2,Garçom\n");
    imported("id,title\n1,\"Vendedor\n".getBytes(StandardCharsets.UTF_8), true);
    assertThat(listings.count(ACCOUNT, "", Shown.OPEN)).isEqualTo(2);
  }

  @Test
  void an_import_that_does_not_move_reads_as_interrupted() {
    ImportProgress progress = imported("id,title\n1,a\n");
    jdbc.sql("update listing_import set state = 'RUNNING', touched_at = now() - interval '3 min'")
        .update();
    assertThat(imports.find(ACCOUNT, progress.id()).orElseThrow().state())
        .isEqualTo(State.INTERRUPTED);
    assertThat(imports.find(UUID.randomUUID(), progress.id())).isEmpty();
    assertThat(imports.rows(UUID.randomUUID(), progress.id(), false, 0, 10)).isEmpty();
  }

  @Test
  void the_list_is_searched_by_words_and_by_reference() {
    imported("id,title,city\n1,Vendedor externo,Campinas\nX-2,Programação,Recife\n");
    listings.close(ACCOUNT, "X-2");
    assertThat(listings.count(ACCOUNT, "vendedor campinas", Shown.ALL)).isEqualTo(1);
    assertThat(listings.count(ACCOUNT, "vendedor recife", Shown.ALL)).isZero();
    assertThat(listings.count(ACCOUNT, "X-2", Shown.ALL)).isEqualTo(1);
    assertThat(listings.count(ACCOUNT, "programacao", Shown.OPEN)).isZero();
    assertThat(listings.count(ACCOUNT, "programacao", Shown.CLOSED)).isEqualTo(1);
  }

  @Test
  void progress_is_there_while_it_runs_batch_by_batch() throws IOException {
    var file = new StringBuilder("id,title\n");
    for (int i = 0; i < 1_200; i++) {
      file.append(i).append(",Vendedor\n");
    }
    ImportProgress progress = imported(file.toString());
    assertThat(progress.rowsRead()).isEqualTo(1_200);
    assertThat(
            jdbc.sql("select count(distinct xmin::text) from listing_import_row")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    assertThat(imports.rows(ACCOUNT, progress.id(), false, 1_000, 500)).hasSize(201);
  }

  private ImportProgress imported(String file) {
    return imported(file.getBytes(StandardCharsets.UTF_8));
  }

  private ImportProgress imported(byte[] file) {
    return imported(file, false);
  }

  private ImportProgress imported(byte[] bytes, boolean closeMissing) {
    try {
      Path file = Files.write(folder.resolve("jobs.csv"), bytes);
      UUID id = listingImport.begin(ACCOUNT, file, "jobs.csv", "Test", closeMissing);
      listingImport.run(ACCOUNT, id, file, closeMissing);
      return imports.find(ACCOUNT, id).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<ImportedRow> rows(ImportProgress progress) {
    return imports.rows(ACCOUNT, progress.id(), false, 0, 10_000);
  }

  private List<String> refusals(ImportProgress progress) {
    return imports.rows(ACCOUNT, progress.id(), true, 0, 10_000).stream()
        .map(row -> row.line() + ": " + words.refusal("en", row.refusal()))
        .toList();
  }

  private String problem(ImportProgress progress) {
    assertThat(progress.state()).isEqualTo(State.FAILED);
    return words.refusal("en", progress.problem());
  }
}
