package io.talaria.worker.bot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * A model of languages with few of them: what it holds of the hundred others takes thirty megabytes
 * and most of the time. How the languages that stay compare with each other stays as it was, since
 * each has a score of its own and only their shares are made from all.
 */
final class KeptLanguages {
  private KeptLanguages() {}

  /**
   * @param codes as the model calls them; those that it lacks are no-op
   */
  static LanguageDetectorModel of(LanguageDetectorModel whole, Set<String> codes) {
    var model = (AbstractModel) whole.getMaxentModel();
    List<String> outcomes = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < model.getNumOutcomes(); i++) {
      if (codes.contains(model.getOutcome(i))) {
        places.put(i, outcomes.size());
        outcomes.add(model.getOutcome(i));
      }
    }
    List<String> features = new ArrayList<>();
    List<Context> weights = new ArrayList<>();
    features(model)
        .forEach(
            (feature, all) -> {
              Context kept = kept(all, places);
              if (kept.getOutcomes().length > 0) {
                features.add(feature);
                weights.add(kept);
              }
            });
    var few =
        new GISModel(
            weights.toArray(Context[]::new),
            features.toArray(String[]::new),
            outcomes.toArray(String[]::new));
    return new LanguageDetectorModel(few, null, whole.getFactory());
  }

  /** The second of {@link AbstractModel#getDataStructures}, which says so in its Javadoc. */
  @SuppressWarnings("unchecked")
  private static Map<String, Context> features(AbstractModel model) {
    return (Map<String, Context>) model.getDataStructures()[1];
  }

  private static Context kept(Context all, Map<Integer, Integer> places) {
    int[] outcomes = all.getOutcomes();
    double[] weights = all.getParameters();
    int[] stay =
        IntStream.range(0, outcomes.length).filter(i -> places.containsKey(outcomes[i])).toArray();
    return new Context(
        Arrays.stream(stay).map(i -> places.get(outcomes[i])).toArray(),
        Arrays.stream(stay).mapToDouble(i -> weights[i]).toArray());
  }
}
