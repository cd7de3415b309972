package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.OneOf;
import io.talaria.journal.definition.Answer.Option;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Courtesy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of a question's choices somebody means who taps one, or writes instead. Written choices are
 * looked for in this order: the text is a title; its first clause is one; its only title within;
 * its place; the only title of which the text is a part. Where a choice is yes or no, those words
 * mean much else besides ("no" is "in the" in Portuguese), so that a title within counts for
 * nothing there.
 */
final class ChoiceReading {
  /** Shorter names are found as a whole only: "go", "ya" and "já" stand in many sentences. */
  private static final int SHORTEST_WITHIN = 3;

  /** Shorter words stand in many titles, and mean none. */
  private static final int SHORTEST_PART = 4;

  private static final Set<String> YES_OR_NO =
      Set.of("yes", "yeah", "yep", "no", "nope", "not", "sim", "nao", "si");

  private static final Set<String> DENIALS =
      Set.of(
          ("nao nunca jamais nem sem nenhum nenhuma menos exceto not never without t dont doesnt didnt"
                  + " isnt arent cannot cant wont neither nor none except no ni sin ningun ninguna"
                  + " ninguno tampoco excepto salvo"
                  + " hate dislike detest avoid odeio detesto evito odio")
              .split(" "));

  /** "Anything but the office" leaves the others. */
  private static final Pattern ALL_BUT =
      Pattern.compile(
          "\\b(?:anything|everything|anywhere|everywhere|any|all|tudo|qualquer(?: \\w+)?) (?:but"
              + "|fora)\\b");

  private static final Set<String> CONTRASTS =
      Set.of("mas pero but porem except so aunque embora although however unless ou or".split(" "));

  /** Beside a title these say nothing: "claro que sim". */
  private static final Set<String> JOINING = Set.of("que", "e", "y", "and");

  private final Ask ask;
  private final List<Option> options;
  private final String language;

  private ChoiceReading(Ask ask, OneOf oneOf, String language) {
    this.ask = ask;
    this.options = oneOf.options();
    this.language = language;
  }

  /** The choice that these messages mean, the newest first; empty for none, or for several. */
  static Optional<Understood> of(
      Ask ask, OneOf oneOf, String language, List<MessageReceived> messages) {
    return new ChoiceReading(ask, oneOf, language).read(messages);
  }

  /** The answer to a question, this one or an earlier one, of which a choice was tapped. */
  static Optional<String> tapped(Ask ask, MessageReceived message) {
    String prefix = ChoiceIds.of(ask.id(), "");
    String choiceId = message.choiceId();
    if (choiceId == null || !choiceId.startsWith(prefix)) {
      return Optional.empty();
    }
    String choice = choiceId.substring(prefix.length());
    return switch (ask.answer()) {
      case OneOf oneOf ->
          oneOf.options().stream().map(Option::id).filter(choice::equals).findFirst();
      // One of two days, where it was asked which is meant.
      case Answer.Day ignored when choice.matches("\\d{4}-\\d{2}-\\d{2}") -> Optional.of(choice);
      default -> Optional.empty();
    };
  }

  private Optional<Understood> read(List<MessageReceived> messages) {
    for (MessageReceived message : messages.reversed()) {
      Optional<Understood> found = tapped(ask, message).map(Understood::surely);
      if (found.isEmpty() && message.choiceId() == null) {
        found = typed(message.text()).map(read -> beside(messages, read));
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Who writes "não" and, in the next bubble, "preciso" has not said no. */
  private Understood beside(List<MessageReceived> messages, Understood read) {
    String all =
        messages.stream()
            .filter(message -> message.choiceId() == null)
            .map(MessageReceived::text)
            .collect(Collectors.joining(" "));
    boolean alone =
        typed(all)
            .filter(Understood::sure)
            .map(Understood::value)
            .equals(Optional.of(read.value()));
    return new Understood(read.value(), read.sure() && alone);
  }

  private Optional<Understood> typed(String text) {
    String said = folded(text);
    if (rates() && (said.isEmpty() || Stars.tellsNumber(said))) {
      return Stars.of(text)
          .flatMap(stars -> only(option -> option.id().equals("n" + stars)))
          .map(id -> new Understood(id, said.matches("\\d")));
    }
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return whole(said)
        .map(Understood::surely)
        .or(
            () ->
                firstClause(text)
                    .or(() -> within(Courtesy.without(said)))
                    .map(id -> new Understood(id, false)))
        .or(() -> place(text, said))
        .or(() -> part(said).map(id -> new Understood(id, false)));
  }

  /** Whether it asks for stars, whose rows run from five down. */
  private boolean rates() {
    return options.stream()
        .allMatch(
            option ->
                option.id().matches("n\\d")
                    && option.title().byLanguage().values().stream()
                        .allMatch(t -> t.contains("★")));
  }

  /** The text is a part of only one title: "mañana" of "Por la mañana", "morning" of "Mornings". */
  private Optional<String> part(String said) {
    String meant = Courtesy.without(said);
    if (asksYesOrNo() || meant.length() < SHORTEST_PART) {
      return Optional.empty();
    }
    List<Option> parts = options.stream().filter(o -> isPart(o, meant)).toList();
    return parts.size() == 1 ? Optional.of(parts.getFirst().id()) : Optional.empty();
  }

  private boolean isPart(Option option, String said) {
    String title = option.title().byLanguage().get(language);
    return title != null && (has(Folded.of(title), said) || has(Folded.of(title), said + "s"));
  }

  /** By its number in the list, which is plain, or in words. */
  private Optional<Understood> place(String text, String said) {
    return Positions.of(text, options.size())
        .map(n -> new Understood(options.get(n - 1).id(), said.matches("\\d+")));
  }

  /** The text is a title in any language, or is made of one choice's titles, courtesy aside. */
  private Optional<String> whole(String said) {
    String meant = Courtesy.without(said);
    return only(option -> own(option).contains(said))
        .or(() -> only(option -> own(option).contains(meant)))
        .or(() -> only(option -> foreign(option).anyMatch(meant::equals)))
        .or(() -> only(option -> isMadeOf(option, meant)));
  }

  private boolean isMadeOf(Option option, String meant) {
    String left = without(own(option), meant);
    return !left.equals(meant) && (left.isEmpty() || JOINING.containsAll(List.of(left.split(" "))));
  }

  /** "No, ..." and "Sim, ...", unless the rest takes it back, or names another choice. */
  private Optional<String> firstClause(String text) {
    List<String> clauses =
        Arrays.stream(text.split("[,.;:!?\\n]+"))
            .map(Folded::of)
            .filter(clause -> !clause.isEmpty() && !Courtesy.isAll(clause))
            .toList();
    if (clauses.size() < 2) {
      return Optional.empty();
    }
    String rest = String.join(" ", clauses.subList(1, clauses.size()));
    boolean clear =
        !denied(rest)
            && words(rest).noneMatch(CONTRASTS::contains)
            && !(asksYesOrNo() && rest.matches(".*\\d.*"));
    return clear
        ? whole(clauses.getFirst())
            .filter(id -> options.stream().noneMatch(o -> !o.id().equals(id) && names(o, rest)))
        : Optional.empty();
  }

  private boolean names(Option option, String said) {
    return own(option).stream().anyMatch(name -> has(said, name));
  }

  /** The only choice that a longer text names, unless it is denied: "não remoto". */
  private Optional<String> within(String said) {
    if (asksYesOrNo()) {
      return Optional.empty();
    }
    List<Option> named =
        options.stream()
            .filter(o -> own(o).stream().anyMatch(name -> isLong(name) && has(said, name)))
            .toList();
    return named.size() == 1 && !denied(without(own(named.getFirst()), said))
        ? Optional.of(named.getFirst().id())
        : Optional.empty();
  }

  private static boolean isLong(String name) {
    return name.length() >= SHORTEST_WITHIN || name.matches("\\d+");
  }

  /** In Portuguese "no" denies at the beginning only, where somebody writes Spanish or English. */
  private boolean denied(String said) {
    String plain = said.replaceAll("\\b(?:sem|sin|no) problemas?\\b|\\bno worries\\b", " ").strip();
    List<String> all = words(plain).toList();
    return ALL_BUT.matcher(plain).find()
        || IntStream.range(0, all.size())
            .filter(i -> !(i > 0 && portuguese() && all.get(i).equals("no")))
            .anyMatch(i -> DENIALS.contains(all.get(i)));
  }

  private boolean portuguese() {
    return language.startsWith("pt");
  }

  private boolean asksYesOrNo() {
    return options.stream()
        .flatMap(option -> own(option).stream())
        .anyMatch(
            name ->
                name.equals("no")
                    || words(name)
                        .anyMatch(w -> YES_OR_NO.contains(w) && !(portuguese() && w.equals("no"))));
  }

  /** What a choice is called in the language that is spoken, and other words that mean it. */
  private List<String> own(Option option) {
    var names = new ArrayList<String>();
    String title = option.title().byLanguage().get(language);
    if (title != null) {
      names.add(folded(title));
    }
    names.addAll(option.also());
    return names;
  }

  private Stream<String> foreign(Option option) {
    return Stream.concat(
        option.title().byLanguage().values().stream().map(ChoiceReading::folded),
        Stream.of(Folded.of(option.id())));
  }

  private Optional<String> only(Predicate<Option> meant) {
    return options.stream().filter(meant).findFirst().map(Option::id);
  }

  /** With the signs of programming languages in words: C# is no C. */
  private static String folded(String text) {
    return Folded.of(text.replaceAll("(?i)\\bc#", "csharp").replaceAll("(?i)\\bc\\+\\+", "cpp"));
  }

  private static Stream<String> words(String said) {
    return Arrays.stream(said.split(" ")).filter(word -> !word.isEmpty());
  }

  private static boolean has(String said, String words) {
    return (" " + said + " ").contains(" " + words + " ");
  }

  private static String without(List<String> names, String said) {
    String left = " " + said.replace(" ", "  ") + " ";
    for (String name :
        names.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      left = name.isEmpty() ? left : left.replace(" " + name.replace(" ", "  ") + " ", " ");
    }
    return left.replaceAll(" +", " ").strip();
  }
}
