package io.talaria.console.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.talaria.console.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person reads when a page failed: what happened and what to do. The trace goes to the log.
 */
@Tag("div")
@AnonymousAllowed
class ErrorPage extends Div implements HasErrorParameter<Exception> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Page {} failed [{}]", event.getLocation().getPath(), mark, parameter.getException());
    Throwable cause = parameter.getCaughtException();
    show(JournalAway.is(cause) ? "error.journal" : "error.page", mark);
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private void show(String key, String mark) {
    Words words = Words.here();
    var title = new H2(words.say(key));
    title.addClassName("title");
    var next = new Paragraph(words.say(key + ".next", "mark", mark));
    next.addClassName("quiet");
    var card = new Div(title, next, new Anchor("inbox", words.say("error.inbox")));
    card.addClassName("login");
    addClassName("center");
    add(card);
  }
}
