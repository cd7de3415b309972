package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.Recipient;
import io.talaria.port.Outbound;
import io.talaria.port.Outbound.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageBodyTest {
  private static final Recipient PHONE = new Recipient(Recipient.Kind.PHONE, "5511999990001");
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void buttons_are_replies_with_their_ids() {
    JsonNode body = shape(new Outbound.Buttons("Which?", List.of(new Choice("role:data", "Data"))));
    assertThat(body.at("/type").asString()).isEqualTo("interactive");
    assertThat(body.at("/interactive/type").asString()).isEqualTo("button");
    assertThat(body.at("/interactive/body/text").asString()).isEqualTo("Which?");
    assertThat(body.at("/interactive/action/buttons/0/type").asString()).isEqualTo("reply");
    assertThat(body.at("/interactive/action/buttons/0/reply/id").asString()).isEqualTo("role:data");
  }

  @Test
  void a_list_has_one_section_that_needs_no_title() {
    JsonNode body =
        shape(new Outbound.Choices("Which?", "Choose", List.of(new Choice("l:go", "Go"))));
    assertThat(body.at("/interactive/type").asString()).isEqualTo("list");
    assertThat(body.at("/interactive/action/button").asString()).isEqualTo("Choose");
    assertThat(body.at("/interactive/action/sections/0/rows/0/title").asString()).isEqualTo("Go");
  }

  @Test
  void a_lists_rows_have_descriptions_where_there_are_some_and_buttons_never() {
    List<Choice> choices = List.of(new Choice("a", "A", "why"), new Choice("b", "B"));
    JsonNode rows =
        shape(new Outbound.Choices("Which?", "Choose", choices))
            .at("/interactive/action/sections/0/rows");
    assertThat(rows.at("/0/description").asString()).isEqualTo("why");
    assertThat(rows.at("/1").has("description")).isFalse();
    JsonNode buttons = shape(new Outbound.Buttons("Which?", choices));
    assertThat(buttons.at("/interactive/action/buttons/0/reply").has("description")).isFalse();
  }

  @Test
  void a_template_carries_its_parameters_in_order_and_none_when_it_has_none() {
    JsonNode with = shape(new Outbound.Template("hello", "pt_BR", "Oi Ana", List.of("Ana", "dev")));
    assertThat(with.at("/template/language/code").asString()).isEqualTo("pt_BR");
    assertThat(with.at("/template/components/0/parameters/1/text").asString()).isEqualTo("dev");
    assertThat(shape(new Outbound.Template("hello", "en", "Hi", List.of())).at("/template"))
        .noneMatch(node -> node.isArray());
  }

  @Test
  void every_message_carries_its_key_and_one_address() {
    JsonNode body = shape(new Outbound.Text("Oi"));
    assertThat(body.at("/biz_opaque_callback_data").asString()).isEqualTo("msg:1/0");
    assertThat(body.at("/to").asString()).isEqualTo("5511999990001");
    assertThat(body.has("recipient")).isFalse();
    assertThat(body.at("/text/body").asString()).isEqualTo("Oi");
  }

  private JsonNode shape(Outbound content) {
    return json.readTree(MessageBody.of(PHONE, content, "msg:1/0"));
  }
}
