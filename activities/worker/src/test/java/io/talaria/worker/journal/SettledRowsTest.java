package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.reading.Conversation.Happened;
import io.talaria.journal.reading.ConversationReader;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Channel;
import io.talaria.port.Delivery;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent.UncertainSettled;
import io.talaria.worker.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the record tells of a person who decided about a send of which nobody knew. */
class SettledRowsTest extends World {
  @Autowired Journal journal;
  @Autowired Channel channel;
  @Autowired ConversationReader conversations;

  private Delivery uncertain(Ana ana) {
    GRAPH.answers(request -> null);
    Delivery reply = reply(ana, "Olá");
    channel.deliver(reply);
    assertThat(intent(reply.key())).isEqualTo("UNCERTAIN");
    return reply;
  }

  private List<UncertainSettled> told(Ana ana) {
    return conversations.read(ACCOUNT, ana.candidate(), 10).orElseThrow().entries().stream()
        .filter(Happened.class::isInstance)
        .map(entry -> ((Happened) entry).event())
        .filter(UncertainSettled.class::isInstance)
        .map(UncertainSettled.class::cast)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void who_decided_what_stands_in_the_conversation_once(Choice choice) {
    Ana ana = ana();
    Delivery reply = uncertain(ana);
    UUID rita = operator("Rita");
    var request = new Journal.Settle(ana.candidate(), reply.key(), choice, rita, UUID.randomUUID());

    journal.settle(request);
    journal.settle(request);

    assertThat(told(ana))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.cause()).isEqualTo(request.requestId().toString());
              assertThat(event.operatorId()).isEqualTo(rita);
              assertThat(event.operatorName()).isEqualTo("Rita");
              assertThat(event.key()).isEqualTo(reply.key());
              assertThat(event.choice()).isEqualTo(choice);
            });
  }

  @Test
  void who_came_second_decided_nothing_and_is_not_in_the_record() {
    Ana ana = ana();
    Delivery reply = uncertain(ana);
    journal.settle(settle(ana, reply, "Rita"));

    journal.settle(settle(ana, reply, "Bo"));

    assertThat(told(ana)).extracting(UncertainSettled::operatorName).containsExactly("Rita");
  }

  private Journal.Settle settle(Ana ana, Delivery reply, String by) {
    return new Journal.Settle(
        ana.candidate(), reply.key(), Choice.LEAVE_UNSENT, operator(by), UUID.randomUUID());
  }
}
