/** Senders who sign what they send with a secret that both sides know. */
@NullMarked
package io.talaria.gateway.signed;

import org.jspecify.annotations.NullMarked;
