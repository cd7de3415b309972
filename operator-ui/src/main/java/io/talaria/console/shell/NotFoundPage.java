package io.talaria.console.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.talaria.console.words.Words;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere. */
@Tag("div")
@AnonymousAllowed
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {
  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    Words words = Words.here();
    var title = new H2(words.say("error.address"));
    title.addClassName("title");
    var card =
        new Div(
            title,
            new Paragraph(words.say("error.address.next")),
            new Anchor("inbox", words.say("error.inbox")));
    card.addClassName("login");
    addClassName("center");
    add(card);
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
