package io.talaria.console.plans;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.desk.JourneyDesk;
import io.talaria.journal.replan.MoveJourneys;
import io.talaria.journal.replan.PlanMovers;
import io.talaria.journal.replan.PlanTeller.Told;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Journeys are moved as by the command, over the console's own way to their runs. */
@Configuration(proxyBeanMethods = false)
class MovingConfiguration {
  @Bean
  MoveJourneys moveJourneys(PlanMovers movers, JourneyDesk desk) {
    return new MoveJourneys(
        movers,
        (candidateId, chosen) ->
            switch (desk.planChosen(candidateId, chosen)) {
              case DeskAnswer.Done<?> heard -> Told.HEARD;
              case DeskAnswer.Gone<?> nobody -> Told.NOBODY;
              case DeskAnswer.Lost<?> nobody -> Told.NOBODY;
              case DeskAnswer.Refused<?> away -> Told.AWAY;
              case DeskAnswer.Away<?> away -> Told.AWAY;
            });
  }
}
