/** WhatsApp's webhooks: the door for Meta, and what its bodies mean. */
@NullMarked
package io.talaria.gateway.whatsapp;

import org.jspecify.annotations.NullMarked;
