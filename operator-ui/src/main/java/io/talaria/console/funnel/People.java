package io.talaria.console.funnel;

import com.vaadin.flow.router.QueryParameters;
import io.talaria.journal.reading.QueueFilter.Part;
import io.talaria.journal.reading.QueueTab;
import java.util.Locale;
import java.util.Map;

/** Where the inbox shows the people whom a number of this definition's funnel counts. */
record People(String definition) {
  String open(QueueTab tab) {
    return address(Map.of("definition", definition, "tab", name(tab)));
  }

  String of(Part part) {
    return address(Map.of("definition", definition, "part", name(part)));
  }

  String of(Part part, String stage) {
    return "inbox?" + at(part, stage).getQueryString();
  }

  QueryParameters at(Part part, String stage) {
    return QueryParameters.simple(
        Map.of("definition", definition, "stage", stage, "part", name(part)));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String address(Map<String, String> query) {
    return "inbox?" + QueryParameters.simple(query).getQueryString();
  }
}
