package io.talaria.worker.bot;

import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.KnockOut;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Which answers end a journey as rejected. */
final class KnockOuts {
  private KnockOuts() {}

  /** The first one of this question that its answer, and those before, meet. */
  static Optional<KnockOut> of(Scene after, Ask answered) {
    return answered.manners().knockOuts().stream()
        .filter(knockOut -> knockOut.when().met(after.answers()))
        .findFirst();
  }

  /**
   * The first one that counts when answers change: of a question that was answered anew, or of any
   * other that has an answer, where only the change meets it.
   */
  static Optional<KnockOut> changed(Scene before, Scene after, Collection<Ask> anew) {
    return anew.stream()
        .flatMap(ask -> of(after, ask).stream())
        .findFirst()
        .or(
            () ->
                asks(after)
                    .filter(ask -> before.answer(ask.id()).isPresent())
                    .flatMap(ask -> ask.manners().knockOuts().stream())
                    .filter(knockOut -> knockOut.when().met(after.answers()))
                    .filter(knockOut -> !knockOut.when().met(before.answers()))
                    .findFirst());
  }

  private static Stream<Ask> asks(Scene scene) {
    return scene.definition().plan().stages().stream()
        .flatMap(stage -> scene.definition().stepsOf(stage.id()).stream())
        .flatMap(KnockOuts::asks);
  }

  private static Stream<Ask> asks(Step step) {
    if (!(step instanceof Ask ask)) {
      return Stream.empty();
    }
    Step.Unsure unsure = ask.manners().unsure();
    return unsure == null
        ? Stream.of(ask)
        : Stream.concat(Stream.of(ask), unsure.explore().stream());
  }
}
