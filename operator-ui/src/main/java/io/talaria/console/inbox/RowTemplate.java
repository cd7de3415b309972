package io.talaria.console.inbox;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import io.talaria.console.shell.Icon;
import io.talaria.journal.reading.QueueRow;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The one template of all rows; a row is drawn in the browser from a handful of words. */
final class RowTemplate {
  private static final String BADGE =
      "${item.r.%s ? html`<span class=\"badge %s\" title=\"${item.r.%s}\">%s<span"
          + " class=\"ell\">${item.r.%s}</span></span>` : ''}";

  private static final String TEMPLATE =
      """
      ${!item.r ? html`<div class="q-row"></div>` : html`<a class="q-row ${item.r.unread ? 'unread' : ''}" href="inbox/${item.r.id}"
         aria-current="${item.r.selected ? 'true' : 'false'}" data-candidate="${item.r.id}"
         @click="${(e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); e.stopPropagation(); open(); } }}">
        <span class="av">
          ${item.r.ring === 'closed'
            ? html`<svg class="ring" viewBox="0 0 40 40" aria-hidden="true"><circle class="closed" cx="20" cy="20" r="18.5"/></svg>`
            : html`<svg class="ring" viewBox="0 0 40 40" aria-hidden="true"><circle class="track" cx="20" cy="20" r="18.5"/><circle class="${item.r.ring}" cx="20" cy="20" r="18.5" pathLength="100" stroke-dasharray="${item.r.dash}" stroke-linecap="round"/></svg>`}
          <span>${item.r.initials}</span>
        </span>
        <div style="min-width:0">
          <div class="q-l1"><span class="nm ell">${item.r.name}</span>
            ${item.r.valued ? html`<span class="t-value" title="${item.r.valuedWord}">STAR<span class="sr">${item.r.valued}</span></span>` : ''}
            <span class="wait ${item.r.late ? 'late' : ''}" title="${item.r.waitExact}">${item.r.wait}</span></div>
          <div class="q-l2"><span class="w ell">${item.r.author ? html`<b class="med">${item.r.author}</b> ` : ''}${item.r.text}</span>
            ${item.r.unread ? html`<span class="un"><span class="sr">${item.r.unreadWord} </span>${item.r.unread}</span>` : ''}</div>
          <div class="q-l3">${item.r.who ? html`<span class="badge ${item.r.whoCss} caps" title="${item.r.whoHint}">${item.r.who}</span>` : ''}
            BADGES
            <span class="ell">${item.r.stage}</span><span class="win ${item.r.winCss}" title="${item.r.winHint}">${item.r.win}</span></div>
        </div>
      </a>`}
      """;

  private RowTemplate() {}

  /**
   * @param node what the template reads of a row
   * @param open a row was clicked
   */
  static LitRenderer<QueueRow> of(
      Function<QueueRow, ObjectNode> node, SerializableConsumer<QueueRow> open) {
    String badges =
        badge("needs", "risk", "human", "needs")
            + badge("review", "review", "eye", "reviewHint")
            + badge("uncertain", "uncertain", "q", "uncertain")
            + badge("notSent", "failed", "xo", "notSent")
            + badge("risk", "risk whole", "warn", "riskWord")
            + "${item.r.ended ? html`<span class=\"badge plain\">${item.r.ended}</span>` : ''}";
    return LitRenderer.<QueueRow>of(
            TEMPLATE.replace("BADGES", badges).replace("STAR", Icon.svg("star", "s solid")))
        .withProperty("r", node::apply)
        .withFunction("open", open);
  }

  private static String badge(String field, String css, String icon, String title) {
    return BADGE.formatted(field, css, title, Icon.svg(icon, "xs"), field);
  }
}
