package io.talaria.dev.bench.measure;

import io.talaria.journal.listing.Shift;
import io.talaria.journal.listing.Wish;
import io.talaria.journal.listing.Workplace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up listings, and wishes over them. As in real ones a few words are everywhere, some are in
 * many and most in few: the words of descriptions follow a power law over 3,000 made-up ones.
 */
final class MadeListings {
  private static final List<String> TITLES =
      List.of(
          "pt;Vendedor externo",
          "pt;Auxiliar de logística",
          "pt;Desenvolvedor back-end Java",
          "pt;Atendente de loja",
          "pt;Analista financeiro",
          "pt;Enfermeiro",
          "pt;Motorista entregador",
          "pt;Cozinheiro",
          "pt;Soldador",
          "pt;Recepcionista bilíngue",
          "es;Camarero de sala",
          "es;Programador web",
          "es;Auxiliar administrativo",
          "es;Electricista",
          "en;Data engineer",
          "en;Warehouse associate",
          "en;Customer support agent",
          "en;Product designer");
  private static final List<String> PLACES =
      List.of(
          "São Paulo;SP;BR",
          "Campinas;SP;BR",
          "Santos;SP;BR",
          "Rio de Janeiro;RJ;BR",
          "Recife;PE;BR",
          "Curitiba;PR;BR",
          "Porto Alegre;RS;BR",
          "Madrid;Madrid;ES",
          "Barcelona;Cataluña;ES",
          "Ciudad de México;CDMX;MX",
          "London;England;GB");
  private static final List<String> COMMON =
      List.of(
          "experiência",
          "trabalho",
          "equipe",
          "empresa",
          "cliente",
          "atendimento",
          "benefícios",
          "transporte",
          "horário",
          "comunicação");
  private static final List<String> SKILLS =
      List.of(
          "excel",
          "java",
          "sql",
          "python",
          "inglês",
          "espanhol",
          "vendas",
          "react",
          "figma",
          "solda",
          "cozinha",
          "caixa",
          "CNH B",
          "estoque");
  private static final List<String> SYLLABLES =
      List.of("pa", "ra", "te", "lo", "mi", "su", "ca", "no", "vi", "do", "re", "fa", "gu", "ze");
  private static final int WORDS = 3_000;

  private final Random random;
  private final List<String> words = new ArrayList<>();

  MadeListings(long seed) {
    random = new Random(seed);
    while (words.size() < WORDS) {
      var word = new StringBuilder();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        word.append(any(SYLLABLES));
      }
      words.add(word.toString());
    }
  }

  /** A CSV file with so many rows. */
  String file(int rows) {
    var file =
        new StringBuilder(
            "reference;language;title;company;city;region;country;workplace;shifts;skills;"
                + "must_haves;description\n");
    for (int i = 0; i < rows; i++) {
      file.append('R').append(i).append(';').append(any(TITLES)).append(' ');
      file.append(any(List.of("júnior", "pleno", "sênior", ""))).append(";Empresa ");
      file.append(random.nextInt(800)).append(';').append(any(PLACES)).append(';');
      file.append(any(List.of("office", "office", "office", "hybrid", "remote"))).append(';');
      file.append(some(List.of("morning", "afternoon", "night", "full day"), 2)).append(';');
      file.append(some(SKILLS, 4)).append(';');
      file.append(random.nextInt(10) < 3 ? any(SKILLS) : "").append(';');
      for (int n = 40 + random.nextInt(80); n > 0; n--) {
        file.append(random.nextInt(4) == 0 ? any(COMMON) : word()).append(' ');
      }
      file.append('\n');
    }
    return file.toString();
  }

  /** Some words, mostly a job's or a skill's; most with a place, half with a shift. */
  Wish wish() {
    var text = new StringBuilder("quero ");
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      String word =
          switch (random.nextInt(5)) {
            case 0 -> any(COMMON);
            case 1 -> any(SKILLS);
            case 2 -> words.get(random.nextInt(WORDS));
            default -> any(TITLES).substring(3);
          };
      text.append(word).append(' ');
    }
    Wish wish = Wish.of(text.toString()).having(Set.copyOf(new HashSet<>(SKILLS.subList(0, 7))));
    if (random.nextInt(10) < 7) {
      wish = wish.in(any(PLACES).split(";", 2)[0], null);
    }
    if (random.nextBoolean()) {
      wish = wish.at(any(List.of(Shift.MORNING, Shift.AFTERNOON, Shift.NIGHT)));
    }
    return random.nextInt(5) == 0 ? wish.at(Workplace.REMOTE) : wish;
  }

  private String word() {
    int rank = (int) Math.pow(1 - random.nextDouble(), -1 / 0.6) - 1;
    return words.get(Math.min(WORDS - 1, rank));
  }

  private String some(List<String> all, int most) {
    var chosen = new HashSet<String>();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      chosen.add(any(all));
    }
    return String.join("|", chosen);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
