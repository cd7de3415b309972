package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.media.Pictures;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.media.Media.State;
import io.talaria.journal.reading.Conversation.Attached;
import io.talaria.journal.reading.Conversation.Filled;
import io.talaria.journal.reading.Conversation.Said;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate brought besides words: a photo, a document, a form.
 *
 * @param name the candidate's first name
 * @param texts what forms and their fields are called
 */
record Brought(String name, Moments moments, JourneyTexts texts) {
  private static final long KILO = 1_000;
  private static final long MEGA = KILO * KILO;

  /** Null when it was words alone. */
  @Nullable Component of(Said said) {
    if (said.form() != null) {
      return form(said.form());
    }
    Attached file = said.file();
    if (file == null) {
      return null;
    }
    if (file.state() != State.STORED) {
      return missing(said.kind(), file);
    }
    return Pictures.isOne(file.type()) ? picture(said, file) : document(file);
  }

  private Component picture(Said said, Attached file) {
    Words words = moments.words();
    String alt = words.say("media.alt", "name", name, "t", moments.near(said.at()));
    var small = new Image(address(file), alt);
    small.getElement().setAttribute("loading", "lazy").setAttribute("decoding", "async");
    var button = new NativeButton("", click -> enlarge(file, alt));
    button.add(small);
    button.addClassName("photo");
    button.setTitle(words.say("media.enlarge"));
    return button;
  }

  private void enlarge(Attached file, String alt) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(alt);
    dialog.addClassName("photo-large");
    dialog.add(new Image(address(file), alt));
    var close = new Button(moments.words().say("close"), click -> dialog.close());
    var original = new Anchor(address(file), moments.words().say("media.download"));
    original.setRouterIgnore(true);
    original.setDownload(true);
    dialog.getFooter().add(original, close);
    dialog.open();
  }

  private Component document(Attached file) {
    String called = file.name() == null ? moments.words().say("media.unnamed") : file.name();
    var link = new Anchor(address(file), called);
    link.setRouterIgnore(true);
    link.setDownload(true);
    var row = new Div(Icon.of("doc", "s"), link, size(file));
    row.addClassName("file");
    return row;
  }

  private Span size(Attached file) {
    long bytes = file.size() == null ? 0 : file.size();
    Words words = moments.words();
    String text =
        bytes >= MEGA
            ? words.say("media.mb", "n", words.number(Math.round((double) bytes / MEGA)))
            : words.say("media.kb", "n", words.number(Math.max(1, bytes / KILO)));
    var size = new Span(text);
    size.addClassName("quiet");
    return size;
  }

  private Component missing(String kind, Attached file) {
    Words words = moments.words();
    String what = words.say("kind." + kind);
    String reason = file.reason();
    String sentence =
        reason == null
            ? words.say("media." + file.state(), "kind", what)
            : words.say(
                "media." + file.state() + ".why",
                "kind",
                what,
                "reason",
                words.sayOr("media.reason." + reason, reason));
    var text = new Span(sentence);
    var row = new Div(Icon.of(file.state() == State.WAITING ? "clock" : "xo", "s"), text);
    row.addClassNames("file", file.state() == State.WAITING ? "waiting" : "lost");
    return row;
  }

  private Component form(Filled form) {
    Words words = moments.words();
    var title =
        new Div(Icon.of("table", "s"), new Span(words.say("form", "form", called(form.formId()))));
    title.addClassName("file");
    var list = new DescriptionList();
    list.addClassName("kv");
    form.fields()
        .forEach((field, value) -> list.add(new Term(called(field)), new Description(value)));
    var all = new Div(title);
    if (form.outdated() != null) {
      var note = new Div(words.say("form." + form.outdated()));
      note.addClassName("quiet");
      all.add(note);
    }
    all.add(list);
    all.addClassName("form");
    return all;
  }

  private String called(String id) {
    return texts.question(id, moments.words().locale());
  }

  private static String address(Attached file) {
    return "media/" + file.mediaId();
  }
}
