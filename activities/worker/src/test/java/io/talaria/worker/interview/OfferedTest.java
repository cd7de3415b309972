package io.talaria.worker.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Channel;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Turn;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import io.talaria.worker.bot.Lookups;
import io.talaria.worker.bot.Lookups.Sought;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OfferedTest extends World {
  @Autowired Channel channel;
  @Autowired Lookups lookups;

  @Test
  void offered_listings_are_kept_once_as_they_were_with_their_reasons() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
    UUID sales = listing("Vendedora");
    UUID stock = listing("Estoquista");
    UUID gone = UUID.randomUUID();
    Ana ana = ana();
    Delivery offer =
        offering(
            ana,
            new Kept.Listed(
                sales.toString(), List.of(new Kept.Ground("WORDS", 0.8, List.of("vendas")))),
            new Kept.Listed(gone.toString(), List.of()),
            new Kept.Listed(stock.toString(), List.of()));

    assertThat(channel.deliver(offer).outcome()).isEqualTo(Outcome.SENT);
    channel.deliver(offer);
    jdbc.sql("update job_listing set title = 'Outra' where id = ?").param(sales).update();

    assertThat(
            jdbc.sql(
                    """
                    select rank, step, title, place, link, listing_id from listing_offer
                    where journey_id = ? order by rank
                    """)
                .param(ana.journey().journeyId())
                .query()
                .listOfRows())
        .containsExactly(row(1, "Vendedora", sales), row(3, "Estoquista", stock));
    byte[] grounds =
        column(
            byte[].class, "select sealed_grounds from listing_offer where listing_id = :id", sales);
    assertThat(sealed.json(ana.candidate(), grounds, Kept.Listed.class).grounds())
        .containsExactly(new Kept.Ground("WORDS", 0.8, List.of("vendas")));
  }

  @Test
  void a_later_step_offers_only_new_listings_and_the_same_step_the_same_ones() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
    UUID seen = listing("Relojoeira");
    Ana ana = ana();
    channel.deliver(offering(ana, new Kept.Listed(seen.toString(), List.of())));
    UUID opened = listing("Relojoeiro");

    assertThat(found(ana, "opened")).containsExactly(opened.toString());
    assertThat(found(ana, "job")).containsExactlyInAnyOrder(seen.toString(), opened.toString());
  }

  private List<String> found(Ana ana, String step) {
    var turn =
        new Turn(
            ACCOUNT,
            ana.candidate(),
            ana.journey().journeyId(),
            "msg:" + UUID.randomUUID(),
            Turn.Reason.RESUME,
            "graduates",
            1,
            "pt-BR",
            "matching",
            step,
            0,
            Map.of(),
            List.of(),
            0,
            true);
    return lookups
        .offers(turn, "pt-BR", new Sought(step, Map.of("words", "relojoeiro"), Set.of(), 5))
        .stream()
        .map(Lookups.Offer::reference)
        .toList();
  }

  private static Map<String, Object> row(int rank, String title, UUID listing) {
    return Map.of(
        "rank",
        rank,
        "step",
        "job",
        "title",
        title,
        "place",
        "Campinas, SP",
        "link",
        "https://jobs.example/1",
        "listing_id",
        listing);
  }

  private UUID listing(String title) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into job_listing (id, account_id, reference, title, language, city, region,
              workplace, link, opened_on)
            values (?, ?, ?, ?, 'pt', 'Campinas', 'SP', 'OFFICE', 'https://jobs.example/1', now())
            """)
        .params(id, ACCOUNT, id.toString(), title)
        .update();
    return id;
  }

  private Delivery offering(Ana ana, Kept.Listed... listings) {
    return keeping(
        ana,
        new Outbound.Choices(
            "Estas combinam",
            "Ver vagas",
            List.of(new Choice("job:" + listings[0].listing(), "Vendedora"))),
        Map.of(),
        new Kept.Offered("job", List.of(listings)),
        state(ana, 1));
  }
}
