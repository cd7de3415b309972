package io.talaria.worker.bot;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How people of one language name days, folded: small letters without accents, hyphens as spaces.
 *
 * @param weekdays names from Monday on; a name may be a pattern
 * @param ordinals words after which a weekday's name is a number of an order instead, as a pattern
 * @param nextWeek names of the week after this one
 * @param in what stands before a number of days from now
 * @param units names of minutes, hours, days, weeks and months
 * @param ofMonth how a day of a month is said by its number alone; group 1 is the number
 * @param dayMonth what stands between a day and a month's name
 * @param refused clauses with these name no date that is agreed on
 * @param past with these it lies behind, comes each week, or nobody knows
 * @param meets words that ask for another talk
 */
record DateWords(
    String today,
    String tomorrow,
    String afterTomorrow,
    List<String> weekdays,
    String ordinals,
    String nextWeek,
    String in,
    List<String> units,
    List<String> months,
    Map<String, Integer> numbers,
    String ofMonth,
    String dayMonth,
    String refused,
    String past,
    String meets) {

  private static final Pattern NUMBERED = Pattern.compile("\\b([2-6])(?:ª|a\\b)");

  private static final DateWords PT =
      new DateWords(
          "hoje|(?:esta|essa|nesta|nessa) (?:manha|tarde|noite)",
          "amanha",
          "depois de amanha",
          List.of("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"),
          "opcao|vez|etapa|vaga|fase|pergunta|entrevista|parte|alternativa|via|mensagem|semana|quinzena|turma|feira passada",
          "semana que vem|(?:na )?proxima semana|outra semana",
          "daqui (?:a |ha )?|em |dentro de ",
          List.of("minutos?", "horas?", "dias?", "semanas?", "mes(?:es)?"),
          List.of(
              "janeiro",
              "fevereiro",
              "marco",
              "abril",
              "maio",
              "junho",
              "julho",
              "agosto",
              "setembro",
              "outubro",
              "novembro",
              "dezembro"),
          numbers("uma? dois|duas tres quatro cinco seis sete oito nove dez", "quinze", 15),
          "(?:no |pro |para o )?\\bdia (\\d{1,2})\\b",
          "\\s*(?:de )?",
          "nao|nunca|menos|exceto|sem ser",
          "passad[oa]|ontem|anteontem|atras|ha \\d+|tod[oa]s?|cada|ou|talvez|se der",
          "fal[ae]|falar|falamos|conversa[rm]?o?s?|cham[ae]|chamar|lig[ae]|ligar|escrev[ae]|manda|volt[aeo]|voltar|retorn[ae]r?|procur[ae]|contat[oe]|lembr[ae]|pode ser|prefiro|marca[r]?|agenda[r]?|consigo|posso");

  private static final DateWords ES =
      new DateWords(
          "hoy|esta (?:manana|tarde|noche)",
          "manana",
          "pasado manana",
          List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
          "pasado",
          "(?:la )?semana que viene|(?:la )?proxima semana|(?:la )?semana proxima",
          "en |dentro de ",
          List.of("minutos?", "horas?", "dias?", "semanas?", "mes(?:es)?"),
          List.of(
              "enero",
              "febrero",
              "marzo",
              "abril",
              "mayo",
              "junio",
              "julio",
              "agosto",
              "septiembre",
              "octubre",
              "noviembre",
              "diciembre"),
          numbers("una?|uno dos tres cuatro cinco seis siete ocho nueve diez", "quince", 15),
          "\\b(?:el dia|el|dia) (\\d{1,2})\\b(?! ?(?:de la|h\\b))",
          "\\s*(?:de )?",
          "no|nunca|menos(?! cuarto)|excepto",
          "pasad[oa](?! manana)|ayer|anteayer|hace|todos|todas|cada|o|quizas?|tal vez",
          "habl[ae]\\w*|llam[ae]\\w*|escrib[ae]\\w*|contact[ae]\\w*|vuelv[ae]\\w*|recuerd[ae]\\w*|puede ser|prefiero|agend[ae]\\w*|qued[ae]mos|puedo");

  private static final DateWords EN =
      new DateWords(
          "today|tonight|this (?:morning|afternoon|evening)",
          "tomorrow",
          "(?:the )?day after tomorrow",
          List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
          "last",
          "next week",
          "in |within ",
          List.of("min(?:ute)?s?", "hours?", "days?", "weeks?", "months?"),
          List.of(
              "january",
              "february",
              "march",
              "april",
              "may",
              "june",
              "july",
              "august",
              "september",
              "october",
              "november",
              "december"),
          numbers(
              "an?|one two|a_couple_of three four five six seven eight nine ten", "fifteen", 15),
          "\\b(?:on )?the (\\d{1,2})(?:st|nd|rd|th)\\b|\\bon (\\d{1,2})(?:st|nd|rd|th)\\b",
          "(?:st|nd|rd|th)?\\s*(?:of )?",
          "not|never|cant|can t|cannot|dont|don t|wont|won t|except",
          "last|yesterday|ago|every|each|or|maybe|perhaps",
          "talk|speak|call|write|contact|get back|ping|text|message|reach|remind|chat|try|catch up|works?|prefer|schedule|available|can do|free");

  /** The words of a language; English for one that nobody taught. */
  static DateWords of(String language) {
    return switch (language.split("[-_]", 2)[0]) {
      case "pt" -> PT;
      case "es" -> ES;
      default -> EN;
    };
  }

  /** Whether some of these words stand in the sentence. */
  boolean found(String some, String sentence) {
    return Pattern.compile("\\b(?:" + some + ")\\b").matcher(sentence).find();
  }

  /** A weekday's name, with what may belong to it. */
  String weekday(DayOfWeek day) {
    return weekdays.get(day.getValue() - 1);
  }

  /** In Portuguese the working days have numbers: "3ª", "na 4a feira". */
  String weekdaysInWords(String plain) {
    return this == PT
        ? NUMBERED
            .matcher(plain)
            .replaceAll(day -> weekdays.get(Integer.parseInt(day.group(1)) - 2))
        : plain;
  }

  /** Numbers in figures or in words; words are patterns. */
  private static Map<String, Integer> numbers(String upTo10, String another, int value) {
    var numbers = new LinkedHashMap<String, Integer>();
    int n = 1;
    for (String word : upTo10.split(" ", -1)) {
      numbers.put(word.replace('_', ' '), n++);
    }
    numbers.put(another, value);
    return Map.copyOf(numbers);
  }

  /** The number that stands there; 0 for a word that is none. */
  int number(String text) {
    if (text.matches("\\d{1,3}")) {
      return Integer.parseInt(text);
    }
    return numbers.entrySet().stream()
        .filter(entry -> text.matches(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }
}
