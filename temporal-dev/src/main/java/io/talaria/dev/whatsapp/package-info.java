/** A look-alike of WhatsApp's Cloud API, the phones behind it, and their bad days. */
@NullMarked
package io.talaria.dev.whatsapp;

import org.jspecify.annotations.NullMarked;
