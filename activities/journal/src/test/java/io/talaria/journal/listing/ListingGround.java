package io.talaria.journal.listing;

import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Listings on a real PostgreSQL, none before each test. */
@SpringBootTest(classes = ListingGround.App.class)
abstract class ListingGround {
  static final UUID ACCOUNT = SampleJournal.ACCOUNT;

  @EnableAutoConfiguration
  @Import(JournalConfiguration.class)
  static class App {}

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  @Autowired JdbcClient jdbc;
  @Autowired Listings listings;
  Matching matching;

  @BeforeEach
  void empty() {
    jdbc.sql("truncate job_listing, listing_import, listing_import_row, listing_word").update();
    // It knows for a while which cities there were.
    matching = new Matching(jdbc);
  }

  /** Offers a job; whatever isn't told is as in most listings. */
  Job job(String reference, String title) {
    return new Job(reference, title);
  }

  /** A listing in the making. */
  final class Job {
    private final String reference;
    private final String title;
    private String description = "";
    private String language = "pt";
    private String city = null;
    private String region = null;
    private Workplace workplace = Workplace.OFFICE;
    private List<Shift> shifts = List.of();
    private List<String> skills = List.of();
    private List<String> mustHaves = List.of();
    private LocalDate opened = LocalDate.of(2026, 11, 1);
    private LocalDate closes = null;

    private Job(String reference, String title) {
      this.reference = reference;
      this.title = title;
    }

    Job saying(String words) {
      description = words;
      return this;
    }

    Job written(String inLanguage) {
      language = inLanguage;
      return this;
    }

    Job in(String itsCity, String itsRegion) {
      city = itsCity;
      region = itsRegion;
      return this;
    }

    Job at(Workplace itsWorkplace) {
      workplace = itsWorkplace;
      return this;
    }

    Job at(Shift... itsShifts) {
      shifts = List.of(itsShifts);
      return this;
    }

    Job with(String... itsSkills) {
      skills = List.of(itsSkills);
      return this;
    }

    Job demanding(String... things) {
      mustHaves = List.of(things);
      return this;
    }

    Job opened(String day) {
      opened = LocalDate.parse(day);
      return this;
    }

    Job until(LocalDate day) {
      closes = day;
      return this;
    }

    Listings.Outcome offered() {
      return listings.put(ACCOUNT, said());
    }

    Listing.Said said() {
      return new Listing.Said(
          reference,
          title,
          null,
          description,
          language,
          city,
          region,
          null,
          workplace,
          shifts,
          skills,
          mustHaves,
          null,
          opened,
          closes,
          true);
    }
  }
}
