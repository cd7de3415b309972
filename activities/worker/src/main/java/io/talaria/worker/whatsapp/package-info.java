/** The journey's way to a candidate over WhatsApp's Cloud API. */
@NullMarked
package io.talaria.worker.whatsapp;

import org.jspecify.annotations.NullMarked;
