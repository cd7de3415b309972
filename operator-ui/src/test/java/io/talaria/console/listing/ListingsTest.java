package io.talaria.console.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import io.talaria.console.ConsoleTest;
import io.talaria.journal.listing.ImportedRow;
import io.talaria.journal.listing.Listings;
import io.talaria.journal.listing.Listings.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingsTest extends ConsoleTest {
  private static final String FILE =
      "id;título;empresa;cidade;uf;turno;requisitos\n"
          + "V1;Vendedor externo;Casa Aurora;Campinas;SP;manhã;CNH B\n"
          + "V2;Cozinheira;Cantina do Porto;Recife;PE;noite;\n"
          + "V3;;;;;;\n";

  @TempDir Path folder;

  @BeforeEach
  void noListings() {
    jdbc.sql("truncate job_listing, listing_import, listing_import_row, listing_word").update();
  }

  @Test
  void an_empty_page_says_what_to_do_and_only_leads_can_do_it() {
    signInAsRecruiter();
    goTo("listings");
    assertThat(page()).contains("No listings yet").contains("A lead imports them");
    assertThat($(Upload.class).all()).isEmpty();
  }

  @Test
  void a_lead_imports_a_file_and_reads_what_became_of_it() {
    signInAsLead();
    goTo("listings");
    assertThat(page()).contains("Import a CSV file whose first line names the columns");
    imported(FILE);
    assertThat(page())
        .contains("vagas.csv Imported Camila Prado")
        .contains("3 rows 2 new 0 changed 0 unchanged 1 refused")
        .contains("Line 4 'title' is empty; every listing needs one")
        .contains("Download all refused rows")
        .contains("2 listings")
        .contains("Vendedor externo Casa Aurora Campinas, SP on site morning must have: CNH B");
    imported(FILE);
    assertThat(page()).contains("0 new 0 changed 2 unchanged");
  }

  @Test
  void a_file_that_cannot_be_read_says_why() {
    signInAsLead();
    goTo("listings");
    imported("titel\nx\n");
    assertThat(page()).contains("Stopped").contains("did you mean 'title'?");
  }

  @Test
  void listings_are_searched_and_closed_ones_shown_on_request() {
    signInAsLead();
    goTo("listings");
    imported(FILE);
    jdbc.sql("update job_listing set closed_at = now() where reference = 'V2'").update();
    $(TextField.class).single().setValue("vendedor");
    assertThat(page()).contains("1 listing ").contains("Casa Aurora").doesNotContain("Cantina");
    $(TextField.class).single().setValue("soldador");
    assertThat(page()).contains("No listing fits");
    $(TextField.class).single().setValue("");
    closedOnes();
    assertThat(page()).contains("Cozinheira Closed Cantina do Porto");
  }

  @Test
  void the_list_is_read_page_by_page() {
    var many = new StringBuilder("id,title\n");
    for (int i = 0; i < 60; i++) {
      many.append("N%02d,Caixa\n".formatted(i));
    }
    signInAsLead();
    goTo("listings");
    imported(many.toString());
    assertThat(page()).contains("60 listings").contains("N49").doesNotContain("N50");
    click("Show more");
    assertThat(page()).contains("N59").doesNotContain("Show more");
  }

  @Test
  void a_formula_in_a_report_stays_a_text() {
    var row = new ImportedRow(2, "=HYPERLINK(1)", Listings.Outcome.REFUSED, null);
    assertThat(
            new String(
                RefusedRowsFile.of(List.of(row), r -> "no \"title\""), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFline;reference;reason\r\n2;\"'=HYPERLINK(1)\";\"no \"\"title\"\"\"\r\n");
  }

  private void imported(String file) {
    try {
      Path path = Files.writeString(folder.resolve("upload"), file);
      $(FileIntake.class).single().take("vagas.csv", path);
      settle();
      assertThat(path).doesNotExist();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private void closedOnes() {
    ((Select<Shown>) $(Select.class).single()).setValue(Shown.CLOSED);
  }
}
