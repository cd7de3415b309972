package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.outside.OutsideReports;
import io.talaria.journal.outside.OutsideReports.Untold;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells journeys what another system reported, oldest first. Two gateways may tell the same: a
 * journey that hears a report again stands where it stood.
 */
@Component
class ReportRelay {
  private static final int AT_ONCE = 50;

  private final OutsideReports reports;
  private final JourneyDoor door;

  ReportRelay(OutsideReports reports, JourneyDoor door) {
    this.reports = reports;
    this.door = door;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void relay() {
    List<Untold> page;
    do {
      page = reports.untold(AT_ONCE);
      for (Untold report : page) {
        if (door.outsideSpoke(report.candidateId(), report.spoke()) == Told.AWAY) {
          return;
        }
        reports.told(report.id());
      }
    } while (page.size() == AT_ONCE);
  }
}
