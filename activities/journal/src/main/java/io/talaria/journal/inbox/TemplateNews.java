package io.talaria.journal.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What WhatsApp tells of a template.
 *
 * @param business id of the WhatsApp business account that has the template
 * @param accounts whose numbers the gateway answers; which of them are of that business nobody says
 * @param language WhatsApp's code, such as {@code pt_BR}
 * @param usable whether it may be sent again; else it is paused
 */
public record TemplateNews(
    String business,
    List<UUID> accounts,
    String name,
    String language,
    boolean usable,
    Instant at) {}
