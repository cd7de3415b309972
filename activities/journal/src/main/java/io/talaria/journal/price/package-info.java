/** What messages cost: the card of WhatsApp's rates, quotes before sending, costs afterwards. */
@NullMarked
package io.talaria.journal.price;

import org.jspecify.annotations.NullMarked;
