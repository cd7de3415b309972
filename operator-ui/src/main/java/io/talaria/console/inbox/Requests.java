package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.desk.JourneyDesk;
import io.talaria.console.login.SignedIn;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.SettleSend;
import io.talaria.port.Outbound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person asks of a journey from the conversation. Every call blocks for the answer. */
@Component
class Requests {
  private final JourneyDesk desk;
  private final Takeovers takeovers;
  private final Brakes brakes;

  Requests(JourneyDesk desk, Takeovers takeovers, Brakes brakes) {
    this.desk = desk;
    this.takeovers = takeovers;
    this.brakes = brakes;
  }

  Takeovers.Result take(
      SignedIn me, UUID candidateId, boolean fromHolder, @Nullable String reason) {
    return takeovers.take(me, candidateId, fromHolder, reason);
  }

  DeskAnswer<HandbackReceipt> handBack(
      SignedIn me, UUID candidateId, UUID request, @Nullable String summary) {
    return desk.handBack(candidateId, new HandBack(request, me.id(), summary));
  }

  DeskAnswer<ReplyReceipt> reply(SignedIn me, UUID candidateId, UUID request, Outbound content) {
    return desk.reply(candidateId, new Reply(request, me.id(), content));
  }

  DeskAnswer<ReplyReceipt> settle(
      SignedIn me, UUID candidateId, UUID request, String key, SettleSend.Choice choice) {
    return desk.settle(candidateId, new SettleSend(request, me.id(), key, choice));
  }

  /** Why it was taken over; the journal's own, no Update. */
  void explain(SignedIn me, UUID candidateId, UUID takeover, String reason) {
    brakes.explain(candidateId, takeover, me.id(), reason);
  }
}
