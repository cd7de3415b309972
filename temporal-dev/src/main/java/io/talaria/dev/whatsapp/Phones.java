package io.talaria.dev.whatsapp;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The phones that exist, in the order in which they were made. */
@Component
class Phones {
  private final Map<String, Phone> byNumber = new LinkedHashMap<>();

  synchronized Optional<Phone> of(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** Makes the phone; an existing one of that number is returned as it is. */
  synchronized Phone add(String number, String name, Duration behind) {
    return byNumber.computeIfAbsent(number, n -> new Phone(n, name, behind));
  }

  synchronized Collection<Phone> all() {
    return List.copyOf(byNumber.values());
  }
}
