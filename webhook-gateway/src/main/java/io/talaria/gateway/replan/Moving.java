package io.talaria.gateway.replan;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.journal.replan.MoveJourneys;
import io.talaria.journal.replan.PlanMovers;
import io.talaria.journal.replan.PlanTeller.Told;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Journeys are moved by the gateway's own way to their runs. */
@Configuration(proxyBeanMethods = false)
class Moving {
  @Bean
  MoveJourneys moveJourneys(PlanMovers movers, JourneyRuns runs) {
    return new MoveJourneys(
        movers,
        (candidateId, chosen) ->
            switch (runs.planChosen(candidateId, chosen)) {
              case HEARD -> Told.HEARD;
              case NOBODY -> Told.NOBODY;
              case AWAY -> Told.AWAY;
            });
  }
}
