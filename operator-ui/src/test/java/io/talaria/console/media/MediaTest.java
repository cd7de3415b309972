package io.talaria.console.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.media.MediaStore;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class MediaTest extends ConsoleTest {
  private static final byte[] BYTES = "the bytes".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;

  @Autowired MediaStore store;
  @Autowired WebApplicationContext context;

  @Autowired
  @Qualifier("springSecurityFilterChain")
  Filter security;

  private SampleJournal.Candidate ana;

  @DynamicPropertySource
  static void store(DynamicPropertyRegistry properties) {
    properties.add("talaria.media.path", folder::toString);
  }

  @BeforeEach
  void signIn() {
    ana = journal.candidate("Ana Souza");
    signInAsLead();
  }

  @Test
  void a_photo_stands_in_the_talk_with_words_for_those_who_dont_see_it() throws IOException {
    UUID photo = ana.brings("image", "eu na praia", null, minutes(3));
    stored(photo, "image/jpeg");
    goTo("inbox/" + ana.id);

    Image small = $(Image.class).single();
    assertThat(small.getSrc()).isEqualTo("media/" + photo);
    assertThat(small.getAlt())
        .hasValueSatisfying(alt -> assertThat(alt).startsWith("Photo from Ana, "));
    assertThat(page()).contains("eu na praia");

    NativeButton photoButton =
        $(NativeButton.class).all().stream()
            .filter(button -> button.hasClassName("photo"))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(photoButton, new ClickEvent<>(photoButton));
    settle();
    assertThat($(Dialog.class).single().isOpened()).isTrue();
  }

  @Test
  void a_document_is_a_link_by_its_name() throws IOException {
    UUID file = ana.brings("document", "", "currículo.pdf", minutes(3));
    stored(file, "application/pdf");
    goTo("inbox/" + ana.id);

    Anchor link =
        $(Anchor.class).all().stream()
            .filter(anchor -> anchor.getText().equals("currículo.pdf"))
            .findFirst()
            .orElseThrow();
    assertThat(link.getHref()).isEqualTo("media/" + file);
    assertThat(page()).contains("1 kB");
  }

  @Test
  void what_is_not_there_says_why() {
    ana.brings("image", "", null, minutes(5));
    UUID refused = ana.brings("document", "", "x.exe", minutes(4));
    UUID gone = ana.brings("image", "", null, minutes(3));
    UUID later = ana.brings("image", "", null, minutes(2));
    settled(refused, "REFUSED", "type");
    settled(gone, "GONE", "expired");
    settled(later, "WAITING", "token");
    goTo("inbox/" + ana.id);

    assertThat(page())
        .contains("Sent a picture; it is being fetched from WhatsApp")
        .contains("Sent a document, which was not kept: files of this type")
        .contains("which can't be had any more: WhatsApp has it no more")
        .contains("tried again: WhatsApp refuses our access token");
    assertThat($(Image.class).all()).isEmpty();
  }

  @Test
  void a_form_shows_its_answers_and_whether_they_count() {
    ana.fills("profile", Map.of("height", "178", "shift", "night"), null, minutes(5));
    ana.fills("profile", Map.of("height", "179"), "late", minutes(4));
    goTo("inbox/" + ana.id);

    assertThat(page())
        .contains("Filled in the form “Profile”")
        .contains("Shift")
        .contains("night")
        .contains("The link had expired");
  }

  @Test
  void bytes_are_handed_out_so_that_no_browser_runs_them() throws Exception {
    UUID photo = ana.brings("image", "", null, minutes(3));
    UUID document = ana.brings("document", "", "currí\"culo.pdf", minutes(3));
    stored(photo, "image/jpeg");
    stored(document, "application/pdf");

    MockHttpServletResponse picture = get("/media/" + photo);
    assertThat(picture.getContentAsByteArray()).isEqualTo(BYTES);
    assertThat(picture.getContentType()).isEqualTo("image/jpeg");
    assertThat(picture.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(picture.getHeaders("Cache-Control")).containsExactly("private, max-age=600");
    assertThat(picture.getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(picture.getHeader("Content-Disposition")).startsWith("inline");

    assertThat(get("/media/" + document).getHeader("Content-Disposition"))
        .startsWith("attachment")
        .contains("UTF-8''curr%C3%AD");
  }

  @Test
  void nobody_gets_a_file_of_another_account_or_without_signing_in() throws Exception {
    UUID photo = ana.brings("image", "", null, minutes(3));
    stored(photo, "image/jpeg");
    UUID elsewhere = UUID.randomUUID();
    jdbc.sql("insert into account (id, name) values (?, ?)")
        .params(elsewhere, "another " + elsewhere)
        .update();
    jdbc.sql("update media set account_id = ? where id = ?").params(elsewhere, photo).update();
    assertThat(get("/media/" + photo).getStatus()).isEqualTo(404);

    jdbc.sql("update media set account_id = ? where id = ?")
        .params(SampleJournal.ACCOUNT, photo)
        .update();
    assertThat(get("/media/" + photo).getStatus()).isEqualTo(200);
    assertThat(get("/media/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    SecurityContextHolder.clearContext();
    MockHttpServletResponse stranger = get("/media/" + photo);
    assertThat(stranger.getStatus()).isIn(302, 401, 403);
    assertThat(stranger.getContentAsByteArray()).isEmpty();
  }

  private MockHttpServletResponse get(String path) throws Exception {
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).addFilters(security).build();
    var request = MockMvcRequestBuilders.get(path);
    var who = SecurityContextHolder.getContext();
    if (who.getAuthentication() != null) {
      request.sessionAttr("SPRING_SECURITY_CONTEXT", who);
    }
    var response = mvc.perform(request).andReturn().getResponse();
    SecurityContextHolder.setContext(who);
    return response;
  }

  private void stored(UUID file, String type) throws IOException {
    try (MediaStore.Draft draft = store.write(ana.id, file)) {
      draft.bytes().write(BYTES);
      draft.keep();
    }
    jdbc.sql("update media set state = 'STORED', type = ?, size = ? where id = ?")
        .params(type, BYTES.length, file)
        .update();
  }

  private void settled(UUID file, String state, String reason) {
    jdbc.sql("update media set state = ?, reason = ? where id = ?")
        .params(state, reason, file)
        .update();
  }
}
