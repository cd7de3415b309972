/** A provider of web forms as it looks from outside: pages to fill in, and signed webhooks. */
@NullMarked
package io.talaria.dev.form;

import org.jspecify.annotations.NullMarked;
