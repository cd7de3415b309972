package io.talaria.console.inbox;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.talaria.journal.reading.QueueFilter.Part;
import io.talaria.journal.reading.QueueTab;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the queue an address names; a list can be sent to a colleague.
 *
 * @param tab null when the address names none
 */
record InboxAddress(
    @Nullable QueueTab tab,
    @Nullable String definition,
    @Nullable String stage,
    @Nullable UUID owner,
    @Nullable Part part) {

  static final InboxAddress PLAIN = new InboxAddress(null, null, null, null, null);

  /** Names of definitions and stages are shorter. */
  private static final int LONGEST = 80;

  /** Reads what it understands; the rest is as if it were not there. */
  static InboxAddress of(Location location) {
    QueryParameters query = location.getQueryParameters();
    return new InboxAddress(
        query.getSingleParameter("tab").map(name -> one(QueueTab.class, name)).orElse(null),
        query.getSingleParameter("definition").filter(InboxAddress::fits).orElse(null),
        query.getSingleParameter("stage").filter(InboxAddress::fits).orElse(null),
        query.getSingleParameter("owner").map(InboxAddress::id).orElse(null),
        query.getSingleParameter("part").map(name -> one(Part.class, name)).orElse(null));
  }

  /** A whole tab. */
  static InboxAddress of(QueueTab tab) {
    return new InboxAddress(tab, null, null, null, null);
  }

  /** Whether less is wished than the whole tab. */
  boolean narrowed() {
    return definition != null || stage != null || owner != null || part != null;
  }

  QueryParameters query() {
    Map<String, String> query = new LinkedHashMap<>();
    if (tab != null) {
      query.put("tab", tab.name().toLowerCase(Locale.ROOT));
    }
    if (definition != null) {
      query.put("definition", definition);
    }
    if (stage != null) {
      query.put("stage", stage);
    }
    if (owner != null) {
      query.put("owner", owner.toString());
    }
    if (part != null) {
      query.put("part", part.name().toLowerCase(Locale.ROOT));
    }
    return QueryParameters.simple(query);
  }

  private static boolean fits(String name) {
    return name.length() <= LONGEST;
  }

  private static <E extends Enum<E>> @Nullable E one(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  /** The id in an address, or null for what is none. */
  static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException other) {
      return null;
    }
  }
}
